using System.Threading.RateLimiting;
using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Storage;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>
/// Brings a sign-in one step on. Only the person's own page calls it: a closed tab costs nothing. One at a time for each transaction here;
/// across nodes the version of the transaction decides.
/// </summary>
internal sealed class SignInRunner(
    Transactions transactions,
    SignIns signIns,
    AccountLinks links,
    Completer completer,
    TraceRing trace,
    Deployment deployment
) : IDisposable
{
    // Each is a call upstream that anybody can cause.
    private const int MaximumStarts = 10;

    private const int SpentSize = 1000;

    private readonly TransactionGates gates = new();

    private readonly ConcurrencyLimiter starts = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = deployment.Options.MaximumConcurrentStarts,
            QueueLimit = deployment.Options.MaximumConcurrentStarts * 4,
        }
    );

    // What was granted can be fetched once. When it could not be saved it was given back, and waiting for it would be in vain.
    private readonly GenerationalCache<TransactionId, SpentSignIn> spent = new(SpentSize);

    /// <summary>Looks, or takes the answer the browser brought back to the callback.</summary>
    /// <returns>The transaction after the step; null when it is unknown or expired.</returns>
    public async Task<OpenTransaction?> AdvanceAsync(
        TransactionId id,
        CancellationToken cancellationToken,
        SignInAnswer? answer = null
    )
    {
        using var turn = await gates.EnterAsync(id, cancellationToken);
        if (
            await transactions.FindAsync(id, cancellationToken) is not { Stored.State: TransactionState.SigningIn } open
        )
        {
            return await transactions.FindAsync(id, cancellationToken);
        }

        if (signIns.Of(open.Content) is not { } signIn)
        {
            // The person has to choose first.
            return open;
        }

        return open.Content.Progress is { } progress
            ? await ContinueAsync(open, signIn, progress, answer, cancellationToken)
            : await StartAsync(open, signIn, cancellationToken);
    }

    public void Dispose() => starts.Dispose();

    /// <summary>The same transaction, without any progress, when too many begin at this moment.</summary>
    private async Task<OpenTransaction> StartAsync(
        OpenTransaction open,
        ISignIn signIn,
        CancellationToken cancellationToken
    )
    {
        if (open.Content.Starts >= MaximumStarts)
        {
            return await FailAsync(open, Problems.TriedTooOften, cancellationToken);
        }

        using var lease = await starts.AcquireAsync(permitCount: 1, cancellationToken);
        if (!lease.IsAcquired)
        {
            trace.Record(open.Stored.Id, "too many sign-ins begin at this moment; the person is asked to try again");
            return open;
        }

        var begun = open with
        {
            Content = open.Content with
            {
                Starts = open.Content.Starts + 1,
                SignIn = open.Content.SignIn ?? signIn.Name,
            },
        };
        var step = await signIn.StartAsync(Request(begun, signIn), cancellationToken);
        return await SaveAsync(begun, signIn, step, cancellationToken);
    }

    private async Task<OpenTransaction> ContinueAsync(
        OpenTransaction open,
        ISignIn signIn,
        SignInProgress progress,
        SignInAnswer? answer,
        CancellationToken cancellationToken
    )
    {
        if (spent.Find(open.Stored.Id) is { } lost && lost.Progress == progress)
        {
            return await FailAsync(open, lost.Problem, cancellationToken);
        }

        var request = Request(open, signIn);
        var step = await signIn.ContinueAsync(request, progress.State, answer, cancellationToken);
        return await SaveAsync(open, signIn, step, cancellationToken);
    }

    private SignInRequest Request(OpenTransaction open, ISignIn signIn) =>
        open.Content.Purpose.SignIn(open.Stored.Id) with
        {
            CallbackUrl = deployment.Issuer.At(CallbackEndpoint.PathOf(signIn)),
            LoginHint = open.Content.LoginHint,
        };

    private async Task<OpenTransaction> SaveAsync(
        OpenTransaction open,
        ISignIn signIn,
        SignInStep step,
        CancellationToken cancellationToken
    )
    {
        var content = open.Content;
        switch (step)
        {
            case SignInStep.Waiting waiting when waiting.Progress == content.Progress:
                return open;
            case SignInStep.Waiting waiting:
                trace.Record(open.Stored.Id, $"waiting for the person at {signIn.Place}");
                return await transactions.UpdateAsync(
                    open,
                    TransactionState.SigningIn,
                    content with
                    {
                        Progress = waiting.Progress,
                        Problem = null,
                    },
                    cancellationToken
                );
            case SignInStep.SignedIn signedIn:
                return await SignedInAsync(open, signIn, signedIn, cancellationToken);
            case SignInStep.Failed failed:
                return await FailAsync(open, failed.Problem, cancellationToken);
            default:
                throw new InvalidOperationException($"A sign-in cannot stand at {step.GetType().Name}.");
        }
    }

    private async Task<OpenTransaction> SignedInAsync(
        OpenTransaction open,
        ISignIn signIn,
        SignInStep.SignedIn signedIn,
        CancellationToken cancellationToken
    )
    {
        if (open.Content.Identified is { } identified)
        {
            return await links.LinkAsync(open.Stored.Id, signIn, identified, signedIn) is { } problem
                ? await FailAsync(open, problem, cancellationToken)
                : await CompleteAsync(
                    open with
                    {
                        Content = open.Content with { Identified = null },
                    },
                    identified.SignIn,
                    identified.ToStep()
                );
        }

        if (!open.Content.Purpose.NeedsAccount || !await links.AreMissingAsync(signedIn.Person, cancellationToken))
        {
            return await CompleteAsync(open, signIn.Name, signedIn);
        }

        trace.Record(open.Stored.Id, $"{signedIn.Person.DisplayName} signed in; an account is to be linked");
        var known = open.Content with
        {
            Identified = new(signedIn.Person, signedIn.Credential, signedIn.AccountName, signIn.Name),
            Progress = null,
            Problem = null,
        };
        return await transactions.UpdateAsync(open, TransactionState.SigningIn, known, CancellationToken.None);
    }

    private async Task<OpenTransaction> CompleteAsync(OpenTransaction open, string signIn, SignInStep.SignedIn signedIn)
    {
        try
        {
            return await completer.CompleteAsync(open, signIn, signedIn);
        }
        catch (Exception problem) when (open.Content.Progress is { } progress)
        {
            var why = problem is StorageUnavailableException ? Problems.StorageUnavailable : Problems.Unexpected;
            spent.Add(open.Stored.Id, new SpentSignIn(progress, why));
            throw;
        }
    }

    private Task<OpenTransaction> FailAsync(OpenTransaction open, Problem problem, CancellationToken cancellationToken)
    {
        trace.Record(open.Stored.Id, $"failed: {problem.Code}: {problem.Explanation}");
        var failed = open.Content with { Progress = null, Problem = problem };
        return transactions.UpdateAsync(open, TransactionState.Failed, failed, cancellationToken);
    }
}
