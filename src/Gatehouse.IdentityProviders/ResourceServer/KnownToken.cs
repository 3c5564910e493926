using Gatehouse.AspNetCore.Protection;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>What became of a token, until it has to be looked at again.</summary>
internal sealed record KnownToken(TokenVerdict Verdict, DateTimeOffset Until);
