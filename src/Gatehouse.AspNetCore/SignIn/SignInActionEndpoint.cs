using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>The buttons of the waiting and error pages: try again, or cancel.</summary>
internal sealed class SignInActionEndpoint(
    SignInTransactions own,
    OwnPageRule ownPage,
    Transactions transactions,
    SignInRunner runner,
    SignIns signIns,
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

        if (transaction.Stored.State == TransactionState.Finished)
        {
            return Page(transaction);
        }

        switch (form["action"])
        {
            case "choose":
                return await ChooseAsync(transaction, form, context.RequestAborted);
            case "retry":
                await RetryAsync(transaction, context.RequestAborted);
                break;
            default:
                await completer.CancelAsync(transaction);
                break;
        }

        return Page(transaction);
    }

    private async Task<IResult> ChooseAsync(
        OpenTransaction transaction,
        RequestParameters form,
        CancellationToken cancellationToken
    )
    {
        var email = form["email"];
        var chosen = email is null ? signIns.Offering(form["sign_in"]) : signIns.ForEmail(email);
        if (chosen is null)
        {
            return new ChoiceResult(ChoicePageModel.Of(signIns, email, transaction.Stored.Id));
        }

        // Chosen already, in another tab: the page shows how that goes on.
        if (signIns.Of(transaction.Content) is null)
        {
            trace.Record(transaction.Stored.Id, $"the person chooses {chosen.Name}");
            await transactions.ChooseAsync(transaction, chosen.Name, email, cancellationToken);
            await runner.AdvanceAsync(transaction.Stored.Id, cancellationToken);
        }

        return Page(transaction);
    }

    private static IResult Page(OpenTransaction transaction) =>
        Results.Extensions.SeeOther(SignInEndpoint.PathOf(transaction.Stored.Id));

    private async Task RetryAsync(OpenTransaction transaction, CancellationToken cancellationToken)
    {
        trace.Record(transaction.Stored.Id, "the person tries again");
        await transactions.RestartAsync(transaction, cancellationToken);
        await runner.AdvanceAsync(transaction.Stored.Id, cancellationToken);
    }
}
