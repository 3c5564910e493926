using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>A family that begins without a code: the person gets its token at once.</summary>
/// <param name="Family">The family. Its connection is the one that is made or joined.</param>
/// <param name="Hash">Of the token.</param>
/// <param name="ExpiresAt">When the token dies.</param>
public sealed record NewToken(TokenFamily Family, TokenHash Hash, DateTimeOffset ExpiresAt);
