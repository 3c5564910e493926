using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.People;

/// <summary>Begins a sign-in to our own pages.</summary>
internal sealed class PageSignInEndpoint(
    Deployment deployment,
    OwnPageRule ownPage,
    BrowserCookie browser,
    FormSeal seals,
    Transactions transactions,
    SignInRunner runner,
    TraceRing trace
) : IEndpoint
{
    public const string Pattern = "/connections/sign-in";

    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var id = TransactionId.New();
        if (!ownPage.Allows(context.Request))
        {
            return Refuse(id, Problems.FormForeign);
        }

        if (!(await ParameterReader.FormAsync(context.Request)).Succeeded(out var form, out var malformed))
        {
            return Refuse(id, Problems.RequestMalformed(malformed));
        }

        if (browser.Read(context.Request) is not { } owner)
        {
            return Refuse(id, Problems.BrowserChanged);
        }

        if (!await seals.IsOursAsync(form["seal"], Pattern, owner, context.RequestAborted))
        {
            return Refuse(id, Problems.FormForeign);
        }

        trace.Record(id, "a person wants to see their connections");
        var purpose = new PageSignIn(deployment.Issuer.Authority);
        if (await transactions.TryBeginAsync(id, owner, purpose, context.RequestAborted))
        {
            await runner.AdvanceAsync(id, context.RequestAborted);
        }

        return Results.Extensions.SeeOther(SignInEndpoint.PathOf(id));
    }

    private static ErrorResult Refuse(TransactionId id, Problem problem) =>
        new(problem, id, StatusCodes.Status400BadRequest);
}
