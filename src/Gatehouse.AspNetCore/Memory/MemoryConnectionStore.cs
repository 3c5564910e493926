using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Consent;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Memory;

internal sealed class MemoryConnectionStore(MemoryState state) : IConnectionStore
{
    public Task<ConnectionId?> ConnectAsync(NewConnection connection, CancellationToken cancellationToken) =>
        state.RunAsync(() => Connect(connection), cancellationToken);

    public Task<Connection?> FindAsync(ConnectionId id, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Connections.GetValueOrDefault(id), cancellationToken);

    public Task<IReadOnlyList<Connection>> ListAsync(string personKey, CancellationToken cancellationToken) =>
        state.RunAsync<IReadOnlyList<Connection>>(
            () =>
                [
                    .. state
                        .Connections.Values.Where(found => found.RevokedAt is null && found.Person.Key == personKey)
                        .OrderBy(found => found.CreatedAt)
                        .ThenBy(found => found.Id.Value, StringComparer.Ordinal),
                ],
            cancellationToken
        );

    public Task<IReadOnlyList<Connection>> ListAllAsync(CancellationToken cancellationToken) =>
        state.RunAsync<IReadOnlyList<Connection>>(
            () =>
                [
                    .. state
                        .Connections.Values.OrderBy(found => found.CreatedAt)
                        .ThenBy(found => found.Id.Value, StringComparer.Ordinal),
                ],
            cancellationToken
        );

    public Task<EndedPerson> EndPersonAsync(Person person, AuditEntry audit, CancellationToken cancellationToken) =>
        state.RunAsync(() => EndPerson(person, audit), cancellationToken);

    public Task<bool> RevokeAsync(
        ConnectionId id,
        DateTimeOffset now,
        AuditEntry audit,
        CancellationToken cancellationToken
    ) => state.RunAsync(() => Revoke(state, id, now, audit), cancellationToken);

    public Task<bool> RevokeAbandonedAsync(
        ConnectionId id,
        DateTimeOffset now,
        AuditEntry audit,
        CancellationToken cancellationToken
    ) => state.RunAsync(() => IsAbandoned(id, now) && Revoke(state, id, now, audit), cancellationToken);

    public Task<IReadOnlyList<ConnectionId>> ListAbandonedAsync(
        DateTimeOffset now,
        int atMost,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync<IReadOnlyList<ConnectionId>>(
            () =>
                [
                    .. state
                        .Connections.Values.Where(found => found.RevokedAt is null && IsAbandoned(found.Id, now))
                        .OrderBy(found => found.CreatedAt)
                        .Take(atMost)
                        .Select(found => found.Id),
                ],
            cancellationToken
        );

    public Task<IReadOnlyList<ConnectionId>> ListRevokedSinceAsync(
        DateTimeOffset moment,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync<IReadOnlyList<ConnectionId>>(
            () =>
                [
                    .. state
                        .Connections.Values.Where(found => found.RevokedAt >= moment)
                        .OrderBy(found => found.RevokedAt)
                        .ThenBy(found => found.Id.Value, StringComparer.Ordinal)
                        .Select(found => found.Id),
                ],
            cancellationToken
        );

    public Task<bool> SwitchAsync(
        ConnectionId id,
        ScopeSwitch change,
        DateTimeOffset now,
        AuditEntry audit,
        CancellationToken cancellationToken
    ) => state.RunAsync(() => Switch(id, change, now, audit), cancellationToken);

    public Task NoteUsedAsync(
        IReadOnlyCollection<ConnectionId> ids,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync(
            () =>
            {
                foreach (var id in ids)
                {
                    if (state.Connections.TryGetValue(id, out var used))
                    {
                        state.Connections[id] = used with { LastUsedAt = at };
                    }
                }
            },
            cancellationToken
        );

    public Task<RememberedConsent?> FindConsentAsync(
        ConnectionId connection,
        string redirect,
        ScopeSet offered,
        CancellationToken cancellationToken
    ) => state.RunAsync(() => state.Consents.GetValueOrDefault((connection, redirect, offered)), cancellationToken);

    public Task<bool> TryIssueAsync(
        RememberedConsent consent,
        CodeRecord code,
        AuditEntry audit,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync(
            () =>
            {
                if (
                    state.Consents.GetValueOrDefault((consent.Connection, consent.Redirect, consent.Offered)) != consent
                )
                {
                    return false;
                }

                state.Codes.Add(code.Hash, code);
                MemoryAuditLog.Append(state, audit);
                return true;
            },
            cancellationToken
        );

    private bool Switch(ConnectionId id, ScopeSwitch change, DateTimeOffset now, AuditEntry audit)
    {
        if (state.Connections.GetValueOrDefault(id) is not { RevokedAt: null })
        {
            return false;
        }

        foreach (
            var family in state.Families.Values.Where(one => one.Connection == id && one.RevokedAt is null).ToList()
        )
        {
            var left = change.Apply(family.Scopes, family.Granted);
            state.Families[family.Id] = left switch
            {
                { Count: 0 } => family with { RevokedAt = now },
                _ when !left.Equals(family.Scopes) => family with { Scopes = left, SwitchedAt = now },
                _ => family,
            };
        }

        foreach (var code in state.Codes.Values.Where(one => one.Connection == id && one.Family is null).ToList())
        {
            state.Codes[code.Hash] = code with { Scopes = code.Scopes.Except(change.Off) };
        }

        state.Codes.RemoveWhere(code => code.Family is null && code.Scopes.Count == 0);
        state.Consents.RemoveWhere(consent => consent.Connection == id);
        MemoryAuditLog.Append(state, audit);
        return true;
    }

    private EndedPerson EndPerson(Person person, AuditEntry audit)
    {
        MemoryAuditLog.Append(state, audit);
        List<Connection> living =
        [
            .. state
                .Connections.Values.Where(found => found.RevokedAt is null && found.Person.Key == person.Key)
                .OrderBy(found => found.CreatedAt)
                .ThenBy(found => found.Id.Value, StringComparer.Ordinal),
        ];
        foreach (var connection in living)
        {
            Revoke(
                state,
                connection.Id,
                audit.At,
                audit.Part("connection.revoked", connection.ClientName, connection.Id.Value)
            );
        }

        var links = state.Links.RemoveWhere(link => link.PersonKey == person.Key);
        foreach (var link in links)
        {
            MemoryVaultStore.Queue(state, link.Credential, audit.At);
            MemoryAuditLog.Append(state, audit.Part("account.unlinked", link.AccountName));
        }

        var sessions = state.PersonSessions.RemoveWhere(session => session.Person.Key == person.Key);
        return new EndedPerson(living, [.. links.Select(link => link.AccountName)], sessions.Count);
    }

    private bool IsAbandoned(ConnectionId id, DateTimeOffset now) =>
        !state.Families.Values.Any(family => family.Connection == id && family.RevokedAt is null)
        && !state.Codes.Values.Any(code => code.Connection == id && code.Family is null && code.ExpiresAt > now);

    private ConnectionId? Connect(NewConnection made)
    {
        if (!MemoryTransactionStore.TryUpdate(state, made.Transaction))
        {
            return null;
        }

        state.Clients[made.Client.Hash] = state.Clients.TryGetValue(made.Client.Hash, out var known)
            ? known with
            {
                Metadata = made.Client.Metadata,
            }
            : made.Client;
        var id = JoinOrAdd(made.Connection);
        if (made.Credential is not null)
        {
            MemoryVaultStore.Retire(state, id, made.Audit.At);
            state.Credentials.Add(id, made.Credential);
        }

        if (made.Code is { } code)
        {
            state.Codes.Add(code.Hash, code with { Connection = id });
        }

        if (made.Token is { } token)
        {
            var family = token.Family with { Connection = id };
            state.Families.Add(family.Id, family);
            state.RefreshTokens.Add(token.Hash, new(token.Hash, family, token.ExpiresAt, null, null));
        }

        if (made.Consent is { } consent)
        {
            state.Consents[(id, consent.Redirect, consent.Offered)] = consent with { Connection = id };
        }

        MemoryAuditLog.Append(state, made.Audit with { Connection = id.Value });
        return id;
    }

    private ConnectionId JoinOrAdd(Connection made)
    {
        var living = state.Connections.Values.FirstOrDefault(found =>
            found.RevokedAt is null
            && found.Person.Key == made.Person.Key
            && found.ClientHash == made.ClientHash
            && found.Resource == made.Resource
        );
        var connection = living is null ? made : living with { Person = made.Person };
        state.Connections[connection.Id] = connection;
        return connection.Id;
    }

    /// <summary>Ends a connection with all that it gave.</summary>
    public static bool Revoke(MemoryState state, ConnectionId id, DateTimeOffset now, AuditEntry audit)
    {
        if (state.Connections.GetValueOrDefault(id) is not { RevokedAt: null } living)
        {
            return false;
        }

        state.Connections[id] = living with { RevokedAt = now };
        foreach (var family in state.Families.Values.Where(family => family.Connection == id).ToList())
        {
            state.Families[family.Id] = family with { RevokedAt = family.RevokedAt ?? now };
        }

        state.Consents.RemoveWhere(consent => consent.Connection == id);
        state.Sessions.RemoveWhere(session => session.Connection == id);
        MemoryVaultStore.Retire(state, id, now);
        MemoryAuditLog.Append(state, audit);
        return true;
    }
}
