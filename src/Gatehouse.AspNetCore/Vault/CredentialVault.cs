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
    private readonly SignIns signIns;
    private readonly TimeProvider time;
    private readonly ILogger<CredentialVault> log;

    internal CredentialVault(
        IVaultStore store,
        Sealer sealer,
        SignIns signIns,
        TimeProvider time,
        ILogger<CredentialVault> log
    )
    {
        this.store = store;
        this.sealer = sealer;
        this.signIns = signIns;
        this.time = time;
        this.log = log;
    }

    /// <summary>The credential of a living connection, in clear; null when there is none.</summary>
    public async Task<OpenCredential?> OpenAsync(ConnectionId connection, CancellationToken cancellationToken) =>
        await store.FindAsync(connection, cancellationToken) is { } stored
            ? await OpenAsync(stored, cancellationToken)
            : null;

    /// <summary>The credential of an account a person linked, in clear; null when there is none.</summary>
    /// <param name="personKey">Whose.</param>
    /// <param name="signIn">The name of the sign-in that linked it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<OpenCredential?> OpenLinkAsync(
        string personKey,
        string signIn,
        CancellationToken cancellationToken
    ) =>
        await store.FindLinkAsync(personKey, signIn, cancellationToken) is { } link
            ? await OpenAsync(link.Credential, cancellationToken)
            : null;

    internal StoredCredential Seal(string signIn, byte[] content)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new StoredCredential(id, sealer.Seal(content, Context(id)), time.GetUtcNow(), signIn);
    }

    internal async Task<OpenCredential?> OpenAsync(StoredCredential stored, CancellationToken cancellationToken) =>
        await sealer.OpenAsync(stored.Content, Context(stored.Id), cancellationToken) is { } content
            ? new OpenCredential(stored.Id, content, stored.SignIn)
            : null;

    /// <summary>Deletes a credential at its origin, as the sign-in that brought it knows how. One whose sign-in is gone from the configuration cannot be deleted from here.</summary>
    /// <returns>True when it is done with; false to try again later.</returns>
    internal Task<bool> DeleteAsync(string signIn, byte[] content, CancellationToken cancellationToken) =>
        signIns.Find(signIn) is { } known
            ? known.DeleteCredentialAsync(content, cancellationToken)
            : Task.FromResult(true);

    /// <summary>A credential that was never stored and is not needed.</summary>
    internal Task GiveBackAsync(string signIn, byte[]? content) =>
        content is null ? Task.CompletedTask : GiveBackAsync(Seal(signIn, content), content);

    /// <summary>A credential that was handed out and could not be used: deleted now, or queued when its origin does not answer.</summary>
    internal async Task GiveBackAsync(StoredCredential? stored, byte[]? content)
    {
        if (stored is null || content is null)
        {
            return;
        }

        try
        {
            if (!await DeleteAsync(stored.SignIn, content, CancellationToken.None))
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
