using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>
/// Brings a sign-in one step on. Only the person's own page calls it: a closed tab costs nothing. One at a time for each transaction here;
/// across nodes the version of the transaction decides.
/// </summary>
internal sealed class SignInRunner(Transactions transactions, ISignIn signIn, Completer completer, TraceRing trace)
{
    // Striped: few sign-ins run at the same moment, and two that meet in a stripe only wait for each other.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

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
        var request = new SignInRequest(open.Stored.Id, content.Request.ClientName, content.Request.Redirect.Host);
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
                return await completer.CompleteAsync(open, signedIn);
            case SignInStep.Failed failed:
                trace.Record(open.Stored.Id, $"failed: {failed.Problem.Code}: {failed.Problem.Explanation}");
                return await transactions.UpdateAsync(
                    open,
                    TransactionState.Failed,
                    content with
                    {
                        Progress = null,
                        Problem = failed.Problem,
                    },
                    cancellationToken
                );
            default:
                throw new InvalidOperationException($"A sign-in cannot stand at {step.GetType().Name}.");
        }
    }
}
