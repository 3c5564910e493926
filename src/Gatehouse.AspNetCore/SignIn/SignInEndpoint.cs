using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>The page the person waits on: looks whether the sign-in is over and goes where it leads.</summary>
internal sealed class SignInEndpoint(SignInTransactions own, SignInRunner runner, SignIns signIns, Outcomes outcomes)
    : IEndpoint
{
    public const string Pattern = "/signin/{id}";

    public static string PathOf(TransactionId id) => $"/signin/{id}";

    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!(await own.FindAsync(context)).Found(out var found, out var refusal))
        {
            return refusal;
        }

        return await runner.AdvanceAsync(found.Stored.Id, context.RequestAborted) is { } transaction
            ? await ShowAsync(transaction, context)
            : new ErrorResult(Problems.Expired, found.Stored.Id, StatusCodes.Status410Gone);
    }

    private async Task<IResult> ShowAsync(OpenTransaction transaction, HttpContext context)
    {
        var id = transaction.Stored.Id;
        return transaction switch
        {
            { Stored.State: TransactionState.Finished } => await outcomes
                .Of(transaction)
                .FinishAsync(transaction, context),
            { Content.Problem: { } problem } => new ErrorResult(
                problem,
                id,
                StatusCodes.Status200OK,
                new RetryForm(PathOf(id))
            ),
            _ => ShowOpen(transaction, context),
        };
    }

    private IResult ShowOpen(OpenTransaction transaction, HttpContext context)
    {
        var (id, content) = (transaction.Stored.Id, transaction.Content);
        if (signIns.Of(content) is not { } signIn)
        {
            return new ChoiceResult(ChoicePageModel.Of(signIns, email: null, id));
        }

        return content.Progress switch
        {
            null => Busy(id, context),
            { IsRedirect: true } away => Results.Extensions.SeeOther(away.Link),
            var progress => new WaitingResult(
                new WaitingPageModel(
                    signIn.Place,
                    progress,
                    content.Identified?.Person.DisplayName,
                    id.Value,
                    PathOf(id)
                )
            ),
        };
    }

    // It could not begin yet: too many did at that moment.
    private static ErrorResult Busy(TransactionId id, HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return new ErrorResult(Problems.Busy, id, StatusCodes.Status503ServiceUnavailable, new RetryForm(PathOf(id)));
    }
}
