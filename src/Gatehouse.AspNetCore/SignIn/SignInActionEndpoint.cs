using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>The buttons of the waiting and error pages: try again, or cancel.</summary>
internal sealed class SignInActionEndpoint(
    SignInTransactions own,
    OwnPageRule ownPage,
    Transactions transactions,
    SignInRunner runner,
    Completer completer,
    TraceRing trace
) : IEndpoint
{
    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!ownPage.Allows(context.Request))
        {
            return new ErrorResult(Problems.FormForeign, TransactionId.New(), StatusCodes.Status400BadRequest);
        }

        if (!(await own.FindAsync(context)).Found(out var transaction, out var refusal))
        {
            return refusal;
        }

        if (!(await ParameterReader.FormAsync(context.Request)).Succeeded(out var form, out var malformed))
        {
            return new ErrorResult(
                Problems.RequestMalformed(malformed),
                transaction.Stored.Id,
                StatusCodes.Status400BadRequest
            );
        }

        if (transaction.Stored.State != TransactionState.Finished)
        {
            await (
                form["action"] == "retry"
                    ? RetryAsync(transaction, context.RequestAborted)
                    : completer.CancelAsync(transaction)
            );
        }

        return Results.Extensions.SeeOther(SignInEndpoint.PathOf(transaction.Stored.Id));
    }

    private async Task RetryAsync(OpenTransaction transaction, CancellationToken cancellationToken)
    {
        trace.Record(transaction.Stored.Id, "the person tries again");
        await transactions.RestartAsync(transaction, cancellationToken);
        await runner.AdvanceAsync(transaction.Stored.Id, cancellationToken);
    }
}
