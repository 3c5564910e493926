using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>
/// What follows when a sign-in says who the person is: an account is linked first where one is needed, or the transaction ends. Whatever goes wrong,
/// what the sign-ins brought is kept or given back.
/// </summary>
internal sealed class SignInCompletion(
    Transactions transactions,
    AccountLinks links,
    CredentialVault vault,
    Completer completer,
    TraceRing trace
)
{
    /// <summary>Goes on.</summary>
    /// <returns>The transaction after it, or why the account cannot be linked.</returns>
    public async Task<(OpenTransaction? Transaction, Problem? Refusal)> GoOnAsync(
        OpenTransaction open,
        ISignIn signIn,
        SignInStep.SignedIn signedIn
    )
    {
        if (open.Content.Identified is { } identified)
        {
            return await LinkAsync(open, signIn, identified, signedIn);
        }

        return await NeedsLinkAsync(open, signIn, signedIn)
            ? (await WaitForLinkAsync(open, signIn, signedIn), null)
            : (await completer.CompleteAsync(open, signIn.Name, signedIn), null);
    }

    private async Task<(OpenTransaction? Transaction, Problem? Refusal)> LinkAsync(
        OpenTransaction open,
        ISignIn signIn,
        IdentifiedPerson identified,
        SignInStep.SignedIn account
    )
    {
        try
        {
            if (await links.LinkAsync(open.Stored.Id, signIn, identified, account) is { } refusal)
            {
                return (null, refusal);
            }
        }
        catch
        {
            await vault.GiveBackAsync(identified.SignIn, identified.Credential);
            throw;
        }

        var known = open with { Content = open.Content with { Identified = null } };
        return (await completer.CompleteAsync(known, identified.SignIn, identified.ToStep()), null);
    }

    private async Task<bool> NeedsLinkAsync(OpenTransaction open, ISignIn signIn, SignInStep.SignedIn signedIn)
    {
        try
        {
            return open.Content.Purpose.NeedsAccount
                && await links.AreMissingAsync(signedIn.Person, CancellationToken.None);
        }
        catch
        {
            await vault.GiveBackAsync(signIn.Name, signedIn.Credential);
            throw;
        }
    }

    private async Task<OpenTransaction> WaitForLinkAsync(
        OpenTransaction open,
        ISignIn signIn,
        SignInStep.SignedIn signedIn
    )
    {
        trace.Record(open.Stored.Id, $"{signedIn.Person.DisplayName} signed in; an account is to be linked");
        var waiting = transactions.Next(
            open,
            TransactionState.SigningIn,
            open.Content with
            {
                Identified = new(signedIn.Person, signedIn.Credential, signedIn.AccountName, signIn.Name),
                Progress = null,
                Problem = null,
            }
        );
        try
        {
            if (await transactions.TrySaveAsync(waiting, CancellationToken.None))
            {
                return waiting;
            }
        }
        catch
        {
            await vault.GiveBackAsync(signIn.Name, signedIn.Credential);
            throw;
        }

        await vault.GiveBackAsync(signIn.Name, signedIn.Credential);
        return await transactions.FindAsync(open.Stored.Id, CancellationToken.None) ?? waiting;
    }
}
