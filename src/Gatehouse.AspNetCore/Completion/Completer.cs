using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.AspNetCore.Completion;

/// <summary>Ends a transaction: with what its purpose asks for, or with the word that the person said no. One durable step each.</summary>
internal sealed class Completer(
    Transactions transactions,
    Outcomes outcomes,
    CredentialVault vault,
    TraceRing trace,
    TimeProvider time
)
{
    /// <summary>The person is known. Nothing cancels it: a credential that was handed out must be kept or given back.</summary>
    /// <param name="transaction">Still open.</param>
    /// <param name="signIn">The name of the sign-in.</param>
    /// <param name="signedIn">What it said.</param>
    public async Task<OpenTransaction> CompleteAsync(
        OpenTransaction transaction,
        string signIn,
        SignInStep.SignedIn signedIn
    )
    {
        var id = transaction.Stored.Id;
        var credential = signedIn.Credential is { } content ? vault.Seal(signIn, content) : null;
        trace.Record(id, $"{signedIn.Person.DisplayName} signed in");
        try
        {
            var outcome = outcomes.Of(transaction);
            if (await outcome.WriteAsync(transaction, signedIn.Person, credential) is { } finished)
            {
                return finished;
            }
        }
        catch
        {
            await vault.GiveBackAsync(credential, signedIn.Credential);
            throw;
        }

        await vault.GiveBackAsync(credential, signedIn.Credential);
        return await transactions.FindAsync(id, CancellationToken.None) ?? transaction;
    }

    /// <summary>The person said no after all; a step of the sign-in that is saved at the same moment does not undo that.</summary>
    public async Task<OpenTransaction> CancelAsync(OpenTransaction transaction)
    {
        trace.Record(transaction.Stored.Id, "the person cancels");
        var denial = outcomes.Of(transaction).Denial(transaction);
        while (transaction.Stored.State != TransactionState.Finished)
        {
            var cancelled = transactions.Next(
                transaction,
                TransactionState.Finished,
                transaction.Content with
                {
                    Progress = null,
                    Problem = null,
                    Identified = null,
                    Answer = denial,
                    IsDenied = true,
                    AnswerUntil = time.GetUtcNow() + Outcomes.AnswerLifetime,
                }
            );
            if (await transactions.TrySaveAsync(cancelled, CancellationToken.None))
            {
                // Only now is it ours to give back: a step that was faster may have put it to use.
                if (transaction.Content.Identified is { } identified)
                {
                    await vault.GiveBackAsync(identified.SignIn, identified.Credential);
                }

                return cancelled;
            }

            if (await transactions.FindAsync(transaction.Stored.Id, CancellationToken.None) is not { } found)
            {
                return cancelled;
            }

            transaction = found;
        }

        return transaction;
    }
}
