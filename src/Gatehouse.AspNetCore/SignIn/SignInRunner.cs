using System.Threading.RateLimiting;
using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Storage;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>
/// Brings a sign-in one step on. Only the person's own page calls it: a closed tab costs nothing. One at a time for each transaction here;
/// across nodes the version of the transaction decides.
/// </summary>
internal sealed class SignInRunner(
    Transactions transactions,
    SignIns signIns,
    SignInCompletion completion,
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
        var open = await transactions.FindAsync(id, cancellationToken);

        // It is over, or the person has to choose first.
        if (open is not { Stored.State: TransactionState.SigningIn } || signIns.Of(open.Content) is not { } signIn)
        {
            return open;
        }

        return open.Content.Progress switch
        {
            null => await StartAsync(open, signIn, cancellationToken),
            var progress when answer is null => await ContinueAsync(open, signIn, progress, null, cancellationToken),
            var progress => await TakeAsync(open, signIn, progress, answer, cancellationToken),
        };
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

    // Written down before it is used: an answer that comes to two nodes at once is good for one of them. The other one's page begins anew.
    private async Task<OpenTransaction> TakeAsync(
        OpenTransaction open,
        ISignIn signIn,
        SignInProgress progress,
        SignInAnswer answer,
        CancellationToken cancellationToken
    )
    {
        var content = open.Content with { Progress = null };
        var taken = transactions.Next(open, TransactionState.SigningIn, content);
        return await transactions.TrySaveAsync(taken, cancellationToken)
            ? await ContinueAsync(taken, signIn, progress, answer, cancellationToken)
            : await transactions.FindAsync(open.Stored.Id, cancellationToken) ?? taken;
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
            // Who was known before is so no more: what their sign-in brought was given back as well.
            var anew = open with
            {
                Content = open.Content with { Identified = null },
            };
            return await FailAsync(anew, lost.Problem, cancellationToken);
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
            WantsCredential = open.Content.Purpose.NeedsAccount,
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
                return await SignedInAsync(open, signIn, signedIn);
            case SignInStep.Failed failed:
                return await FailAsync(open, failed.Problem, cancellationToken);
            default:
                throw new InvalidOperationException($"A sign-in cannot stand at {step.GetType().Name}.");
        }
    }

    private async Task<OpenTransaction> SignedInAsync(
        OpenTransaction open,
        ISignIn signIn,
        SignInStep.SignedIn signedIn
    )
    {
        try
        {
            return await completion.GoOnAsync(open, signIn, signedIn) switch
            {
                { Refusal: { } refusal } => await FailAsync(open, refusal, CancellationToken.None),
                var ended => ended.Transaction!,
            };
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
