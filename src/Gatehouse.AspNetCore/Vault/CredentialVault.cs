using System.Security.Cryptography;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.AspNetCore.Vault;

/// <summary>Seals upstream credentials, opens them for the calls that need them, and sees to it that unused ones are deleted at their origin.</summary>
public sealed class CredentialVault
{
    private readonly IVaultStore store;
    private readonly Sealer sealer;
    private readonly ISignIn signIn;
    private readonly TimeProvider time;
    private readonly ILogger<CredentialVault> log;

    internal CredentialVault(
        IVaultStore store,
        Sealer sealer,
        ISignIn signIn,
        TimeProvider time,
        ILogger<CredentialVault> log
    )
    {
        this.store = store;
        this.sealer = sealer;
        this.signIn = signIn;
        this.time = time;
        this.log = log;
    }

    /// <summary>The credential of a living connection, in clear; null when there is none.</summary>
    public async Task<OpenCredential?> OpenAsync(ConnectionId connection, CancellationToken cancellationToken) =>
        await store.FindAsync(connection, cancellationToken) is { } stored
            ? await OpenAsync(stored, cancellationToken)
            : null;

    internal StoredCredential Seal(byte[] content)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new StoredCredential(id, sealer.Seal(content, Context(id)), time.GetUtcNow());
    }

    internal async Task<OpenCredential?> OpenAsync(StoredCredential stored, CancellationToken cancellationToken) =>
        await sealer.OpenAsync(stored.Content, Context(stored.Id), cancellationToken) is { } content
            ? new OpenCredential(stored.Id, content)
            : null;

    /// <summary>A credential that was handed out and could not be used: deleted now, or queued when its origin does not answer.</summary>
    internal async Task GiveBackAsync(StoredCredential? stored, byte[]? content)
    {
        if (stored is null || content is null)
        {
            return;
        }

        try
        {
            if (!await signIn.DeleteCredentialAsync(content, CancellationToken.None))
            {
                await store.QueueDeletionAsync(stored, time.GetUtcNow(), CancellationToken.None);
            }
        }
        catch (Exception problem)
        {
            log.CredentialNotGivenBack(problem, stored.Id);
        }
    }

    private static string Context(string id) => $"credential {id}";
}
