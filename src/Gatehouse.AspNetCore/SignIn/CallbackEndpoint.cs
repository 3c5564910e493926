using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>
/// Where identity providers send the browser back to, one fixed address for each: the provider of the address must be the one the sign-in is at
/// (RFC 9700 §4.4, mix-up), the browser the one it began in, and an answer is taken once.
/// </summary>
internal sealed class CallbackEndpoint(
    SignInTransactions own,
    SignIns signIns,
    SignInRunner runner,
    TraceRing trace,
    ILogger<CallbackEndpoint> log
) : IEndpoint
{
    public const string Pattern = "/callback/{signIn}";

    public static string PathOf(ISignIn signIn) => $"/callback/{signIn.Name}";

    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var parameters = ParameterReader.Query(context.Request);
        if (parameters.Repeated is { } repeated)
        {
            return Foreign(TransactionId.New(), repeated.Description);
        }

        if (!CallbackState.TryRead(parameters["state"], out var id))
        {
            return Foreign(TransactionId.New(), "its state names no sign-in");
        }

        if (!(await own.FindAsync(context, id.Value)).Found(out var open, out var refusal))
        {
            log.CallbackRefused(id.Value, "it is no open sign-in of this browser");
            return refusal;
        }

        if (open.Stored.State == TransactionState.SigningIn)
        {
            if (NameOf(open.Content) != context.Request.RouteValues["signIn"] as string)
            {
                trace.Record(id, "an answer of another provider came to the callback and was refused");
                return Foreign(id, "the sign-in is not at the provider of this address");
            }

            if (open.Content is { Identified: null, Progress.IsRedirect: true })
            {
                await runner.AdvanceAsync(id, context.RequestAborted, new SignInAnswer(parameters.Firsts));
                return Results.Extensions.SeeOther(SignInEndpoint.PathOf(id));
            }
        }

        trace.Record(id, "the callback was called again; the answer is not taken twice");
        return Results.Extensions.SeeOther(SignInEndpoint.PathOf(id));
    }

    // While an account is being linked, a page that is loaded again still asks for the provider the person came from.
    private string? NameOf(TransactionContent content) => content.Identified?.SignIn ?? signIns.Of(content)?.Name;

    private ErrorResult Foreign(TransactionId id, string reason)
    {
        log.CallbackRefused(id.Value, reason);
        return new ErrorResult(Problems.AnswerForeign, id, StatusCodes.Status400BadRequest);
    }
}
