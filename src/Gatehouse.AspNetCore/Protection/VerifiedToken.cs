using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>A token whose signature was checked, until it has to be checked again.</summary>
internal sealed record VerifiedToken(AccessTokenClaims Claims, DateTimeOffset Until);
