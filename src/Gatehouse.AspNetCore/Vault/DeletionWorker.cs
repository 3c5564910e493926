using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.Vault;

/// <summary>Deletes replaced and revoked credentials at their origin, and tries again until it is done: at once, then after a minute, doubling up to a day.</summary>
internal sealed class DeletionWorker(
    IVaultStore store,
    CredentialVault vault,
    TimeProvider time,
    ILogger<DeletionWorker> log
) : IHousekeeping
{
    private const int BatchSize = 20;
    private const int MostDoublings = 11;

    public TimeSpan Interval { get; } = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var deletion in await store.ListDeletionsAsync(time.GetUtcNow(), BatchSize, cancellationToken))
        {
            if (await TryDeleteAsync(deletion, cancellationToken))
            {
                await store.CompleteDeletionAsync(deletion.Credential.Id, cancellationToken);
                log.CredentialDeleted(deletion.Credential.Id);
            }
            else
            {
                var pause = TimeSpan.FromMinutes(Math.Min(1 << Math.Min(deletion.Attempts, MostDoublings), 24 * 60));
                await store.PostponeDeletionAsync(deletion.Credential.Id, time.GetUtcNow() + pause, cancellationToken);
                log.CredentialDeletionPostponed(deletion.Credential.Id, pause);
            }
        }
    }

    private async Task<bool> TryDeleteAsync(PendingDeletion deletion, CancellationToken cancellationToken)
    {
        // A credential no key opens any more cannot be used by anybody: nothing is left to delete from here.
        if (await vault.OpenAsync(deletion.Credential, cancellationToken) is not { } open)
        {
            return true;
        }

        try
        {
            return await vault.DeleteAsync(open.SignIn, open.Content, cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // One that cannot be deleted must not stand before all the others for ever.
            log.CredentialDeletionFailed(problem, deletion.Credential.Id);
            return false;
        }
    }
}
