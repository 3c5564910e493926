using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>A refresh token as it is stored.</summary>
/// <param name="Hash">Of the token.</param>
/// <param name="Family">Its family, with the family's own state.</param>
/// <param name="ExpiresAt">When it dies unused.</param>
/// <param name="RotatedAt">When it was first used; null while it is the newest of its family.</param>
/// <param name="SealedSuccessor">
/// Its successor, sealed under a key derived from this token itself: only who holds this token can read it, a stolen store cannot.
/// Erased when the grace window closes.
/// </param>
public sealed record RefreshTokenRecord(
    TokenHash Hash,
    TokenFamily Family,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RotatedAt,
    byte[]? SealedSuccessor
);
