using System.Collections.Concurrent;
using System.Security.Cryptography;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Storage;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.SignIn;
using Gatehouse.IdentityProviders.Tokens;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>
/// Keeps the credential of a connection alive: refreshed at the provider only when a call needs it, once at a time in this process, and by a lease in the store once at a time
/// on all nodes, because many providers take two refreshes with one token for theft. Who loses waits and reads what the winner got. Only a provider that
/// says so ends a connection; one that is away never does.
/// </summary>
internal sealed class CredentialRenewal(
    IVaultStore store,
    CredentialVault vault,
    ConnectionRegistry connections,
    TokenEndpointClient client,
    ConfiguredProvider provider,
    TimeProvider time,
    ILogger<CredentialRenewal> log
)
{
    private const int CacheSize = 10_000;

    // Longer than the longest answer that is waited for, so that a lease ends by itself only when its holder is gone.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);

    // Longer than a refresh takes, shorter than clients wait for a tool.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    // A provider that is down is not asked by every call.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly string node = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private readonly SharedWork<ConnectionId, RenewalOutcome> renewals = new();
    private readonly ConcurrentDictionary<ConnectionId, UnsavedCredential> unsaved = new();
    private readonly GenerationalCache<ConnectionId, FailedRenewal> failed = new(CacheSize);

    /// <summary>How long before its end a token is taken for dead: it still has to arrive somewhere and be looked at.</summary>
    public static TimeSpan Margin(TimeSpan? lifetime) =>
        lifetime is { } known && known < TimeSpan.FromMinutes(10) ? known / 10 : TimeSpan.FromMinutes(1);

    /// <summary>The credential with an access token that is alive.</summary>
    public async Task<RenewalOutcome> AliveAsync(
        ConnectionId connection,
        OpenCredential open,
        CancellationToken cancellationToken
    )
    {
        if (ProviderCredential.Parse(open.Content) is not { } credential)
        {
            return new RenewalOutcome.Dead(UpstreamWords.GoneFrom(provider.Title));
        }

        return IsFresh(credential)
            ? new RenewalOutcome.Alive(open.Id, credential)
            : await renewals.RunAsync(connection, () => RenewAsync(connection), cancellationToken);
    }

    // Without a token of the caller: what the provider gives must be written down, whoever still waits for it.
    private async Task<RenewalOutcome> RenewAsync(ConnectionId connection)
    {
        var end = time.GetUtcNow() + Longest;
        while (time.GetUtcNow() < end)
        {
            await SaveAsync(connection);
            if (
                await vault.OpenAsync(connection, CancellationToken.None) is not { } open
                || ProviderCredential.Parse(open.Content) is not { } credential
            )
            {
                return new RenewalOutcome.Dead(UpstreamWords.GoneFrom(provider.Title));
            }

            if (IsFresh(credential))
            {
                return new RenewalOutcome.Alive(open.Id, credential);
            }

            if (credential.RefreshToken is null)
            {
                return IsAlive(credential)
                    ? new RenewalOutcome.Alive(open.Id, credential)
                    : await EndAsync(connection, open.Id, "the provider gave nothing to renew it with");
            }

            if (failed.Find(connection) is { } before && before.Until > time.GetUtcNow())
            {
                return Settle(open.Id, credential, before.Answer);
            }

            var now = time.GetUtcNow();
            if (await store.TryLeaseAsync(connection, open.Id, node, now, now + LeaseTime, CancellationToken.None))
            {
                return await RefreshAsync(connection, open, credential, credential.RefreshToken);
            }

            await Task.Delay(LookEvery, time);
        }

        return new RenewalOutcome.Dead(UpstreamWords.Down(provider.Title, Pause));
    }

    private async Task<RenewalOutcome> RefreshAsync(
        ConnectionId connection,
        OpenCredential open,
        ProviderCredential credential,
        string refreshToken
    )
    {
        var result = await client.RefreshAsync(ProviderSecret.From(refreshToken), CancellationToken.None);
        if (result.Succeeded(out var answer, out var failure))
        {
            var renewed = After(credential, answer);
            var stored = vault.Seal(open.SignIn, renewed.ToBytes());
            unsaved[connection] = new UnsavedCredential(open.Id, stored);
            await TrySaveAsync(connection);
            log.CredentialRenewed(provider.Name, connection);
            return new RenewalOutcome.Alive(stored.Id, renewed);
        }

        log.CredentialNotRenewed(provider.Name, connection, failure.Code, failure.Detail);
        await store.ReleaseAsync(connection, open.Id, node, CancellationToken.None);
        if (failure.Remedy == ProviderRemedy.SignInAgain)
        {
            return await EndAsync(connection, open.Id, $"{provider.Title} no longer renews what it gave");
        }

        var words = UpstreamWords.Of(failure, provider.Title);
        failed.Add(connection, new FailedRenewal(words, time.GetUtcNow() + (failure.RetryAfter ?? Pause)));
        return Settle(open.Id, credential, words);
    }

    private async Task TrySaveAsync(ConnectionId connection)
    {
        try
        {
            await SaveAsync(connection);
        }
        catch (StorageUnavailableException problem)
        {
            log.RenewalNotWritten(problem, connection);
        }
    }

    // What the provider gave exists nowhere else, and many have forgotten what it came from: until it is written it is kept, and written at the next look.
    private async Task SaveAsync(ConnectionId connection)
    {
        if (!unsaved.TryGetValue(connection, out var entry))
        {
            return;
        }

        if (!await store.TryReplaceAsync(connection, entry.Former, entry.Renewed, CancellationToken.None))
        {
            // The person signed in anew meanwhile, or the connection ended: nobody will use it.
            await store.QueueDeletionAsync(entry.Renewed, time.GetUtcNow(), CancellationToken.None);
        }

        unsaved.TryRemove(KeyValuePair.Create(connection, entry));
    }

    /// <summary>The old token serves as long as it lives.</summary>
    private RenewalOutcome Settle(string id, ProviderCredential credential, UpstreamAnswer.Failed answer) =>
        IsAlive(credential) ? new RenewalOutcome.Alive(id, credential) : new RenewalOutcome.Dead(answer);

    // A newer credential of the same connection is not touched.
    private async Task<RenewalOutcome> EndAsync(ConnectionId connection, string credentialId, string reason)
    {
        if ((await vault.OpenAsync(connection, CancellationToken.None))?.Id == credentialId)
        {
            await connections.RevokeAsync(connection, reason);
        }

        return new RenewalOutcome.Dead(UpstreamWords.GoneFrom(provider.Title));
    }

    // RFC 6749 §6: what an answer leaves out stays as it was; many providers send no new refresh token.
    private ProviderCredential After(ProviderCredential former, TokenAnswer answer) =>
        new(
            answer.AccessToken.Reveal(),
            time.GetUtcNow() + answer.ExpiresIn,
            answer.RefreshToken?.Reveal() ?? former.RefreshToken,
            answer.Scopes ?? former.Scopes
        );

    private bool IsAlive(ProviderCredential credential) =>
        credential.ExpiresAt is not { } end || end > time.GetUtcNow();

    private bool IsFresh(ProviderCredential credential) =>
        credential.ExpiresAt is not { } end || end - Margin(lifetime: null) > time.GetUtcNow();
}
