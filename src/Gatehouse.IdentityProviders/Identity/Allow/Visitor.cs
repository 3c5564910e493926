using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.IdentityProviders.Identity.Allow;

/// <summary>Somebody a provider vouches for, before it is decided whether they come in.</summary>
/// <param name="Person">Who.</param>
/// <param name="Claims">What the provider says of them.</param>
/// <param name="Organizations">What its API of organisations lists; empty when there is none, or it was not asked.</param>
internal sealed record Visitor(Person Person, Claims Claims, IReadOnlyList<string> Organizations);
