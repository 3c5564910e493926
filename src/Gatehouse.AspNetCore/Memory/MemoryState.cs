using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Consent;
using Gatehouse.AspNetCore.Device;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Sessions;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Memory;

/// <summary>All that the memory stores hold, behind one lock: a sign-in touches most of it in one step.</summary>
internal sealed class MemoryState
{
    private readonly Lock gate = new();

    public Dictionary<TokenHash, ClientRecord> Clients { get; } = [];

    public Dictionary<ConnectionId, Connection> Connections { get; } = [];

    public Dictionary<ConnectionId, StoredCredential> Credentials { get; } = [];

    public Dictionary<(string PersonKey, string SignIn), StoredLink> Links { get; } = [];

    /// <summary>Who renews a credential, by its name.</summary>
    public Dictionary<string, (string Holder, DateTimeOffset Until)> Leases { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (PendingDeletion Deletion, DateTimeOffset DueAt)> Deletions { get; } =
        new(StringComparer.Ordinal);

    public Dictionary<TokenHash, CodeRecord> Codes { get; } = [];

    public Dictionary<FamilyId, TokenFamily> Families { get; } = [];

    /// <summary>The family inside is the one of the first write; <see cref="Families"/> has its state.</summary>
    public Dictionary<TokenHash, RefreshTokenRecord> RefreshTokens { get; } = [];

    public Dictionary<TransactionId, Transaction> Transactions { get; } = [];

    public Dictionary<
        (ConnectionId Connection, string Redirect, ScopeSet Offered),
        RememberedConsent
    > Consents { get; } = [];

    public Dictionary<TokenHash, PersonSession> PersonSessions { get; } = [];

    public Dictionary<TokenHash, DeviceRequest> Devices { get; } = [];

    public List<StoredKey> Keys { get; } = [];

    public Queue<AuditEntry> Audit { get; } = [];

    public Dictionary<string, StoredSession> Sessions { get; } = new(StringComparer.Ordinal);

    /// <summary>Does a step that nobody sees half done.</summary>
    public Task<T> RunAsync<T>(Func<T> step, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            lock (gate)
            {
                return Task.FromResult(step());
            }
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Action step, CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                step();
                return true;
            },
            cancellationToken
        );
}
