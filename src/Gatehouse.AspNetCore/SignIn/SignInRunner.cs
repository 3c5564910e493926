using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Storage;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>
/// Brings a sign-in one step on. Only the person's own page calls it: a closed tab costs nothing. One at a time for each transaction here;
/// across nodes the version of the transaction decides.
/// </summary>
internal sealed class SignInRunner(Transactions transactions, ISignIn signIn, Completer completer, TraceRing trace)
{
    private const int SpentSize = 1000;

    // Striped: few sign-ins run at the same moment, and two that meet in a stripe only wait for each other.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    // What was granted can be fetched once. When it could not be saved it was given back, and waiting for it would be in vain.
    private readonly GenerationalCache<TransactionId, SpentSignIn> spent = new(SpentSize);

    /// <summary>The transaction after the step; null when it is unknown or expired.</summary>
    public async Task<OpenTransaction?> AdvanceAsync(TransactionId id, CancellationToken cancellationToken)
    {
        var gate = gates[(uint)id.GetHashCode() % gates.Length];
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await transactions.FindAsync(id, cancellationToken) switch
            {
                { Stored.State: TransactionState.SigningIn } open => await StepAsync(open, cancellationToken),
                var other => other,
            };
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<OpenTransaction> StepAsync(OpenTransaction open, CancellationToken cancellationToken)
    {
        var content = open.Content;
        if (spent.Find(open.Stored.Id) is { } lost && lost.Progress == content.Progress)
        {
            return await FailAsync(open, lost.Problem, cancellationToken);
        }

        var request = content.Purpose.SignIn(open.Stored.Id);
        var step = content.Progress is null
            ? await signIn.StartAsync(request, cancellationToken)
            : await signIn.ContinueAsync(request, content.Progress.State, cancellationToken);

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
                return await CompleteAsync(open, signedIn);
            case SignInStep.Failed failed:
                return await FailAsync(open, failed.Problem, cancellationToken);
            default:
                throw new InvalidOperationException($"A sign-in cannot stand at {step.GetType().Name}.");
        }
    }

    private async Task<OpenTransaction> CompleteAsync(OpenTransaction open, SignInStep.SignedIn signedIn)
    {
        try
        {
            return await completer.CompleteAsync(open, signedIn);
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
