using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>
/// Keeps codes, token families and refresh tokens. It decides nothing but who came first: every rule is in this room's classes,
/// every write is conditional and durable when it returns.
/// </summary>
public interface ITokenStore
{
    /// <summary>Finds a code, used or not.</summary>
    Task<CodeRecord?> FindCodeAsync(TokenHash hash, CancellationToken cancellationToken);

    /// <summary>Uses a code: marks it with the family and writes the family with its first refresh token.</summary>
    /// <returns>False when the code was used before, its connection was revoked or its scopes are no longer those of the family; then nothing is written.</returns>
    Task<bool> TryRedeemAsync(
        TokenHash code,
        TokenFamily family,
        TokenHash firstRefreshToken,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    );

    /// <summary>Finds a refresh token with its family.</summary>
    Task<RefreshTokenRecord?> FindRefreshTokenAsync(TokenHash hash, CancellationToken cancellationToken);

    /// <summary>Rotates a refresh token: the first writer wins.</summary>
    /// <param name="predecessor">The token that was used.</param>
    /// <param name="successor">The token that follows it.</param>
    /// <param name="sealedSuccessor">The successor sealed for holders of the predecessor.</param>
    /// <param name="now">When.</param>
    /// <param name="expiresAt">When the successor dies unused.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    /// <returns>False when the predecessor was rotated before or its family is revoked; then nothing is written.</returns>
    Task<bool> TryRotateAsync(
        TokenHash predecessor,
        TokenHash successor,
        byte[] sealedSuccessor,
        DateTimeOffset now,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    );

    /// <summary>Ends a family; its connection, other families and credential live on.</summary>
    Task RevokeFamilyAsync(FamilyId family, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The living families of a connection, oldest first.</summary>
    Task<IReadOnlyList<TokenFamily>> ListAsync(ConnectionId connection, CancellationToken cancellationToken);

    /// <summary>Living families whose scopes were switched at or after a moment.</summary>
    Task<IReadOnlyList<TokenFamily>> ListSwitchedSinceAsync(DateTimeOffset moment, CancellationToken cancellationToken);

    /// <summary>Families revoked at or after a moment, by themselves or with their connection.</summary>
    Task<IReadOnlyList<FamilyId>> ListRevokedSinceAsync(DateTimeOffset moment, CancellationToken cancellationToken);

    /// <summary>Deletes expired codes and refresh tokens, and erases sealed successors of tokens rotated before a moment.</summary>
    Task PurgeAsync(DateTimeOffset now, DateTimeOffset rotatedBefore, CancellationToken cancellationToken);
}
