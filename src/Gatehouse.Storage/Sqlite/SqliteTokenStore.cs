using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.OAuth;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteTokenStore(SqliteDatabase database) : ITokenStore
{
    private const string FamilyColumns =
        "f.id, f.connection, f.person_key, f.client_hash, f.scopes, f.created_at, f.revoked_at, f.switched_at, f.expires_at, f.granted";

    public Task<CodeRecord?> FindCodeAsync(TokenHash hash, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.Find(
                    """
                    SELECT hash, connection, client_hash, redirect_uri, challenge, scopes, expires_at, family
                    FROM codes WHERE hash = ?1
                    """,
                    ReadCode,
                    hash.Value
                ),
            cancellationToken
        );

    public Task<bool> TryRedeemAsync(
        TokenHash code,
        TokenFamily family,
        TokenHash firstRefreshToken,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
            {
                if (!TryUseCode(session, code, family))
                {
                    return false;
                }

                AddFamily(session, family);
                AddRefreshToken(session, firstRefreshToken, family.Id.Value, expiresAt);
                return true;
            },
            cancellationToken
        );

    public Task<RefreshTokenRecord?> FindRefreshTokenAsync(TokenHash hash, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.Find(
                    $"""
                    SELECT t.hash, t.expires_at, t.rotated_at, t.sealed_successor, {FamilyColumns}
                    FROM refresh_tokens t JOIN families f ON f.id = t.family
                    WHERE t.hash = ?1
                    """,
                    ReadRefreshToken,
                    hash.Value
                ),
            cancellationToken
        );

    public Task<bool> TryRotateAsync(
        TokenHash predecessor,
        TokenHash successor,
        byte[] sealedSuccessor,
        DateTimeOffset now,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
            {
                var family = session.Find(
                    """
                    UPDATE refresh_tokens SET rotated_at = ?2, sealed_successor = ?3
                    WHERE hash = ?1 AND rotated_at IS NULL
                        AND EXISTS (SELECT 1 FROM families WHERE id = family AND revoked_at IS NULL)
                    RETURNING family
                    """,
                    row => row.GetString(0),
                    predecessor.Value,
                    now.ToUnixTimeMilliseconds(),
                    sealedSuccessor
                );
                if (family is null)
                {
                    return false;
                }

                AddRefreshToken(session, successor, family, expiresAt);
                return true;
            },
            cancellationToken
        );

    public Task RevokeFamilyAsync(FamilyId family, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
                session.Execute(
                    "UPDATE families SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL",
                    family.Value,
                    now.ToUnixTimeMilliseconds()
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<TokenFamily>> ListAsync(ConnectionId connection, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.List(
                    $"""
                    SELECT {FamilyColumns} FROM families f WHERE f.connection = ?1 AND f.revoked_at IS NULL
                    ORDER BY f.created_at, f.id
                    """,
                    row => ReadFamily(row, 0),
                    connection.Value
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<TokenFamily>> ListSwitchedSinceAsync(
        DateTimeOffset moment,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.List(
                    $"""
                    SELECT {FamilyColumns} FROM families f WHERE f.switched_at >= ?1 AND f.revoked_at IS NULL
                    ORDER BY f.switched_at, f.id
                    """,
                    row => ReadFamily(row, 0),
                    moment.ToUnixTimeMilliseconds()
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<FamilyId>> ListRevokedSinceAsync(
        DateTimeOffset moment,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.List(
                    "SELECT id FROM families WHERE revoked_at >= ?1 ORDER BY revoked_at, id",
                    row => FamilyId.Of(row.GetString(0)),
                    moment.ToUnixTimeMilliseconds()
                ),
            cancellationToken
        );

    public async Task PurgeAsync(DateTimeOffset now, DateTimeOffset rotatedBefore, CancellationToken cancellationToken)
    {
        var (expiry, closed) = (now.ToUnixTimeMilliseconds(), rotatedBefore.ToUnixTimeMilliseconds());
        await database.PurgeAsync(session => SqliteTokenPurge.EraseSuccessors(session, closed), cancellationToken);
        await database.PurgeAsync(session => SqliteTokenPurge.DeleteCodes(session, expiry), cancellationToken);
        await database.PurgeAsync(session => SqliteTokenPurge.DeleteRefreshTokens(session, expiry), cancellationToken);
    }

    /// <summary>Writes the code of a sign-in.</summary>
    public static void AddCode(SqliteSession session, CodeRecord code) =>
        session.Execute(
            """
            INSERT INTO codes (hash, connection, client_hash, redirect_uri, challenge, scopes, expires_at, family)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            code.Hash.Value,
            code.Connection.Value,
            code.ClientHash.Value,
            code.RedirectUri,
            code.Challenge,
            code.Scopes.ToString(),
            code.ExpiresAt.ToUnixTimeMilliseconds(),
            code.Family?.Value
        );

    /// <summary>Writes a family that begins without a code.</summary>
    public static void AddToken(SqliteSession session, NewToken token)
    {
        AddFamily(session, token.Family);
        AddRefreshToken(session, token.Hash, token.Family.Id.Value, token.ExpiresAt);
    }

    /// <summary>Ends all families of a connection that ends.</summary>
    public static void RevokeFamiliesOf(SqliteSession session, ConnectionId connection, DateTimeOffset now) =>
        session.Execute(
            "UPDATE families SET revoked_at = ?2 WHERE connection = ?1 AND revoked_at IS NULL",
            connection.Value,
            now.ToUnixTimeMilliseconds()
        );

    private static bool TryUseCode(SqliteSession session, TokenHash code, TokenFamily family) =>
        family.Granted.Equals(family.Scopes)
        && session.Execute(
            """
            UPDATE codes SET family = ?2
            WHERE hash = ?1 AND family IS NULL AND scopes = ?3
                AND EXISTS (SELECT 1 FROM connections WHERE id = codes.connection AND revoked_at IS NULL)
            """,
            code.Value,
            family.Id.Value,
            family.Scopes.ToString()
        ) > 0;

    private static void AddFamily(SqliteSession session, TokenFamily family) =>
        session.Execute(
            """
            INSERT INTO families (id, connection, person_key, client_hash, scopes, created_at, revoked_at, expires_at, granted)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            family.Id.Value,
            family.Connection.Value,
            family.PersonKey,
            family.ClientHash.Value,
            family.Scopes.ToString(),
            family.CreatedAt.ToUnixTimeMilliseconds(),
            family.RevokedAt?.ToUnixTimeMilliseconds(),
            family.ExpiresAt?.ToUnixTimeMilliseconds(),
            family.Granted.ToString()
        );

    private static void AddRefreshToken(
        SqliteSession session,
        TokenHash hash,
        string family,
        DateTimeOffset expiresAt
    ) =>
        session.Execute(
            "INSERT INTO refresh_tokens (hash, family, expires_at) VALUES (?1, ?2, ?3)",
            hash.Value,
            family,
            expiresAt.ToUnixTimeMilliseconds()
        );

    private static CodeRecord ReadCode(SqliteDataReader row) =>
        new(
            row.GetHash(0),
            ConnectionId.Of(row.GetString(1)),
            row.GetHash(2),
            row.GetString(3),
            row.GetString(4),
            ScopeSet.Parse(row.GetString(5)),
            row.GetTime(6),
            row.GetStringOrNull(7) is { } family ? FamilyId.Of(family) : null
        );

    private static RefreshTokenRecord ReadRefreshToken(SqliteDataReader row) =>
        new(row.GetHash(0), ReadFamily(row, 4), row.GetTime(1), row.GetTimeOrNull(2), row.GetBytesOrNull(3));

    private static TokenFamily ReadFamily(SqliteDataReader row, int first) =>
        new(
            FamilyId.Of(row.GetString(first)),
            ConnectionId.Of(row.GetString(first + 1)),
            row.GetString(first + 2),
            row.GetHash(first + 3),
            ScopeSet.Parse(row.GetString(first + 4)),
            row.GetTime(first + 5),
            row.GetTimeOrNull(first + 6),
            row.GetTimeOrNull(first + 7),
            row.GetTimeOrNull(first + 8)
        )
        {
            Granted = ScopeSet.Parse(row.GetString(first + 9)),
        };
}
