using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Memory;

internal sealed class MemoryTokenStore(MemoryState state) : ITokenStore
{
    public Task<CodeRecord?> FindCodeAsync(TokenHash hash, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Codes.GetValueOrDefault(hash), cancellationToken);

    public Task<bool> TryRedeemAsync(
        TokenHash code,
        TokenFamily family,
        TokenHash firstRefreshToken,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync(
            () =>
            {
                if (
                    state.Codes.GetValueOrDefault(code) is not { Family: null } unused
                    || !IsLiving(unused.Connection)
                    || !unused.Scopes.Equals(family.Scopes)
                    || !unused.Scopes.Equals(family.Granted)
                )
                {
                    return false;
                }

                state.Families.Add(family.Id, family);
                state.RefreshTokens.Add(firstRefreshToken, new(firstRefreshToken, family, expiresAt, null, null));
                state.Codes[code] = unused with { Family = family.Id };
                return true;
            },
            cancellationToken
        );

    public Task<RefreshTokenRecord?> FindRefreshTokenAsync(TokenHash hash, CancellationToken cancellationToken) =>
        state.RunAsync(() => Find(hash), cancellationToken);

    public Task<bool> TryRotateAsync(
        TokenHash predecessor,
        TokenHash successor,
        byte[] sealedSuccessor,
        DateTimeOffset now,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync(
            () =>
            {
                if (Find(predecessor) is not { RotatedAt: null, Family: { RevokedAt: null } family } newest)
                {
                    return false;
                }

                state.RefreshTokens.Add(successor, new(successor, family, expiresAt, null, null));
                state.RefreshTokens[predecessor] = newest with { RotatedAt = now, SealedSuccessor = sealedSuccessor };
                return true;
            },
            cancellationToken
        );

    public Task RevokeFamilyAsync(FamilyId family, DateTimeOffset now, CancellationToken cancellationToken) =>
        state.RunAsync(
            () =>
            {
                if (state.Families.GetValueOrDefault(family) is { RevokedAt: null } living)
                {
                    state.Families[family] = living with { RevokedAt = now };
                }
            },
            cancellationToken
        );

    public Task<IReadOnlyList<TokenFamily>> ListAsync(ConnectionId connection, CancellationToken cancellationToken) =>
        ListAsync(family => family.Connection == connection, family => family.CreatedAt, cancellationToken);

    public Task<IReadOnlyList<TokenFamily>> ListSwitchedSinceAsync(
        DateTimeOffset moment,
        CancellationToken cancellationToken
    ) => ListAsync(family => family.SwitchedAt >= moment, family => family.SwitchedAt, cancellationToken);

    public Task<IReadOnlyList<FamilyId>> ListRevokedSinceAsync(
        DateTimeOffset moment,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync<IReadOnlyList<FamilyId>>(
            () =>
                [
                    .. state
                        .Families.Values.Where(family => family.RevokedAt >= moment)
                        .OrderBy(family => family.RevokedAt)
                        .ThenBy(family => family.Id.Value, StringComparer.Ordinal)
                        .Select(family => family.Id),
                ],
            cancellationToken
        );

    public Task PurgeAsync(DateTimeOffset now, DateTimeOffset rotatedBefore, CancellationToken cancellationToken) =>
        state.RunAsync(
            () =>
            {
                state.Codes.RemoveWhere(code => code.ExpiresAt <= now);
                foreach (var expired in state.RefreshTokens.RemoveWhere(token => token.ExpiresAt <= now))
                {
                    // With the newest of a family goes the family.
                    if (expired.RotatedAt is null)
                    {
                        state.Families.Remove(expired.Family.Id);
                    }
                }

                foreach (
                    var rotated in state.RefreshTokens.Values.Where(token => token.RotatedAt < rotatedBefore).ToList()
                )
                {
                    state.RefreshTokens[rotated.Hash] = rotated with { SealedSuccessor = null };
                }
            },
            cancellationToken
        );

    private Task<IReadOnlyList<TokenFamily>> ListAsync(
        Func<TokenFamily, bool> which,
        Func<TokenFamily, DateTimeOffset?> order,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync<IReadOnlyList<TokenFamily>>(
            () =>
                [
                    .. state
                        .Families.Values.Where(family => family.RevokedAt is null && which(family))
                        .OrderBy(order)
                        .ThenBy(family => family.Id.Value, StringComparer.Ordinal),
                ],
            cancellationToken
        );

    private bool IsLiving(ConnectionId connection) =>
        state.Connections.GetValueOrDefault(connection) is { RevokedAt: null };

    private RefreshTokenRecord? Find(TokenHash hash) =>
        state.RefreshTokens.TryGetValue(hash, out var token)
        && state.Families.TryGetValue(token.Family.Id, out var family)
            ? token with
            {
                Family = family,
            }
            : null;
}
