namespace Gatehouse.IdentityProviders.Identity.Allow;

/// <summary>Why somebody the provider vouches for is not let in.</summary>
/// <param name="Rule">The key of the rule, such as <c>groups</c>; for the log.</param>
/// <param name="Reason">Whom the server lets in and why that is not this person, in words that name no entry of a list.</param>
/// <param name="Fix">What the operator changes, where it is not the person who is wrong; null otherwise.</param>
internal sealed record AllowRefusal(string Rule, string Reason, string? Fix = null);
