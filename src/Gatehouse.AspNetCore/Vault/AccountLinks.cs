using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.Vault;

/// <summary>
/// The accounts people link, once, behind another sign-in: kept for each person, whatever connections come and go. Without it none of their
/// connections is of use, so they end with it.
/// </summary>
public sealed class AccountLinks
{
    private readonly IVaultStore store;
    private readonly CredentialVault vault;
    private readonly SignIns signIns;
    private readonly Deployment deployment;
    private readonly RevocationList revoked;
    private readonly TraceRing trace;
    private readonly TimeProvider time;

    internal AccountLinks(
        IVaultStore store,
        CredentialVault vault,
        SignIns signIns,
        Deployment deployment,
        RevocationList revoked,
        TraceRing trace,
        TimeProvider time
    )
    {
        this.store = store;
        this.vault = vault;
        this.signIns = signIns;
        this.deployment = deployment;
        this.revoked = revoked;
        this.trace = trace;
        this.time = time;
    }

    /// <summary>What a person linked; null when nothing is, or nothing can be linked here.</summary>
    public Task<StoredLink?> FindAsync(string personKey, CancellationToken cancellationToken) =>
        signIns.Linked is { } linked
            ? store.FindLinkAsync(personKey, linked.Name, cancellationToken)
            : Task.FromResult<StoredLink?>(null);

    /// <summary>Undoes a link: the credential is deleted at its origin, and the person's connections end.</summary>
    /// <param name="link">The very one: a newer one is left alone.</param>
    /// <param name="reason">For the audit log.</param>
    /// <param name="personKey">Who undid it; null when nobody did.</param>
    /// <returns>False when it was undone or replaced before.</returns>
    public async Task<bool> UndoAsync(StoredLink link, string reason, string? personKey = null)
    {
        var entry = new AuditEntry(time.GetUtcNow(), "account.unlinked", personKey, null, reason);
        if (await store.UnlinkAsync(link, entry, CancellationToken.None) is not { } ended)
        {
            return false;
        }

        foreach (var connection in ended)
        {
            revoked.Add(connection.Value, entry.At);
        }

        return true;
    }

    /// <summary>Whether an account has to be linked before this person can do anything.</summary>
    internal async Task<bool> AreMissingAsync(Person person, CancellationToken cancellationToken) =>
        signIns.Linked is not null && await FindAsync(person.Key, cancellationToken) is null;

    /// <summary>Links the account that was just signed in to, in one durable step.</summary>
    /// <returns>Why not; what was granted is given back then. Null when it is linked.</returns>
    internal async Task<Problem?> LinkAsync(
        TransactionId id,
        ISignIn signIn,
        IdentifiedPerson person,
        SignInStep.SignedIn account
    )
    {
        var credential = vault.Seal(signIn.Name, account.Credential ?? []);
        var name = account.Person.Subject;
        if (deployment.Options.LinkedAccountMustMatch && !Matches(person.AccountName, name))
        {
            await vault.GiveBackAsync(credential, account.Credential);
            return Problems.AccountDiffers(person.Person.DisplayName, person.AccountName, name, signIn.Place);
        }

        var entry = new AuditEntry(time.GetUtcNow(), "account.linked", person.Person.Key, null, $"{name}, {id}");
        try
        {
            await store.LinkAsync(new StoredLink(person.Person.Key, name, credential), entry, CancellationToken.None);
        }
        catch
        {
            await vault.GiveBackAsync(credential, account.Credential);
            throw;
        }

        trace.Record(id, $"the account {name} is linked");
        return null;
    }

    // Nextcloud compares user names so, and no two of one service differ by case only.
    private static bool Matches(string? expected, string name) =>
        expected is not null && expected.Equals(name, StringComparison.OrdinalIgnoreCase);
}
