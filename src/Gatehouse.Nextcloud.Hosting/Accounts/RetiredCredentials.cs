using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.Hosting;

namespace Gatehouse.Nextcloud.Hosting.Accounts;

/// <summary>
/// When Nextcloud has refused an app password for good (the person deleted the device, or changed the password with "sign out everywhere"),
/// the connection ends, so that the client is asked to sign in anew; a linked account is undone, and with it all connections of the person. A newer
/// credential of the same owner is not touched.
/// </summary>
internal sealed class RetiredCredentials(
    NextcloudTransport transport,
    CredentialVault vault,
    ConnectionRegistry connections,
    AccountLinks links,
    TimeProvider time,
    ILogger<RetiredCredentials> log
) : IHostedService, IDisposable
{
    private const string Reason = "Nextcloud no longer accepts its app password";
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
        if (CredentialOwner.Read(retired.Credential) is var (owner, credentialId))
        {
            _ = EndAsync(owner, credentialId);
        }
    }

    // The transport says it once for each version, so a store that fails at that moment is asked again.
    private async Task EndAsync(CredentialOwner owner, string credentialId)
    {
        while (!await TryEndAsync(owner, credentialId))
        {
            await Task.Delay(Pause, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<bool> TryEndAsync(CredentialOwner owner, string credentialId)
    {
        try
        {
            switch (owner)
            {
                case CredentialOwner.OfConnection of:
                    await EndConnectionAsync(of.Connection, credentialId);
                    break;
                case CredentialOwner.OfPerson of:
                    await EndLinkAsync(of.PersonKey, credentialId);
                    break;
            }

            return true;
        }
        catch (Exception problem)
        {
            log.CredentialNotEnded(problem, credentialId);
            return false;
        }
    }

    private async Task EndConnectionAsync(ConnectionId connection, string credentialId)
    {
        if ((await vault.OpenAsync(connection, CancellationToken.None))?.Id == credentialId)
        {
            await connections.RevokeAsync(connection, Reason);
        }
    }

    private async Task EndLinkAsync(string personKey, string credentialId)
    {
        if (await links.FindAsync(personKey, CancellationToken.None) is { } link && link.Credential.Id == credentialId)
        {
            await links.UndoAsync(link, Reason);
        }
    }
}
