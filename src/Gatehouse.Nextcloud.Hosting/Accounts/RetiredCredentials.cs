using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.Hosting;

namespace Gatehouse.Nextcloud.Hosting.Accounts;

/// <summary>
/// When Nextcloud has refused an app password for good (the person deleted the device, or changed the password with "sign out everywhere"),
/// the connection ends, so that the client is asked to sign in anew. A newer credential of the same connection is not touched.
/// </summary>
internal sealed class RetiredCredentials(
    NextcloudTransport transport,
    CredentialVault vault,
    ConnectionRegistry connections,
    TimeProvider time,
    ILogger<RetiredCredentials> log
) : IHostedService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource stopping = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        transport.CredentialRetired += OnRetired;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        transport.CredentialRetired -= OnRetired;
        return stopping.CancelAsync();
    }

    public void Dispose() => stopping.Dispose();

    private void OnRetired(object? sender, CredentialRetiredEventArgs retired)
    {
        if (VersionName.Read(retired.Credential) is var (connection, credentialId))
        {
            _ = EndAsync(connection, credentialId);
        }
    }

    // The transport says it once for each version, so a store that fails at that moment is asked again.
    private async Task EndAsync(ConnectionId connection, string credentialId)
    {
        while (!await TryEndAsync(connection, credentialId))
        {
            await Task.Delay(Pause, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<bool> TryEndAsync(ConnectionId connection, string credentialId)
    {
        try
        {
            if ((await vault.OpenAsync(connection, CancellationToken.None))?.Id == credentialId)
            {
                await connections.RevokeAsync(connection, "Nextcloud no longer accepts its app password");
            }

            return true;
        }
        catch (Exception problem)
        {
            log.ConnectionNotEnded(problem, connection);
            return false;
        }
    }
}
