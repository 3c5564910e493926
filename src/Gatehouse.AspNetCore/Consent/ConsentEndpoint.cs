using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Clients;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Authorization;

namespace Gatehouse.AspNetCore.Consent;

/// <summary>The person's decision: approving begins the sign-in, once however often the form is sent; refusing tells the client.</summary>
internal sealed class ConsentEndpoint(
    Deployment deployment,
    ConsentPages pages,
    BrowserCookie browser,
    PersonSessions sessions,
    OwnPageRule ownPage,
    Transactions transactions,
    SignInRunner runner,
    TraceRing trace,
    TimeProvider time
) : IEndpoint
{
    public const string Pattern = "/consent";

    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!ownPage.Allows(context.Request))
        {
            return Refuse(TransactionId.New(), Problems.FormForeign);
        }

        if (!(await ParameterReader.FormAsync(context.Request)).Succeeded(out var form, out var malformed))
        {
            return Refuse(TransactionId.New(), Problems.RequestMalformed(malformed));
        }

        if (await pages.OpenAsync(form["request"], context.RequestAborted) is not { } pending)
        {
            return Refuse(TransactionId.New(), Problems.FormForeign);
        }

        if (browser.Read(context.Request)?.Value != pending.Browser)
        {
            return Refuse(pending.Id, Problems.BrowserChanged);
        }

        if (pending.ExpiresAt <= time.GetUtcNow())
        {
            var hint = ResetHint.For(new ClientTraits(pending.ClientId, pending.ClientName, pending.Redirect));
            return Refuse(pending.Id, Problems.Expired with { Reset = hint });
        }

        return form["action"] is "approve" or "retry" ? await ApproveAsync(pending, form, context) : Deny(pending);
    }

    private async Task<IResult> ApproveAsync(PendingRequest pending, RequestParameters form, HttpContext context)
    {
        var chosen = ScopeSet.Parse(string.Join(' ', form.All("scope"))).Intersect(ScopeSet.Parse(pending.Offered));
        if (chosen.Count == 0)
        {
            return pages.Show(pending, nothingChosen: true);
        }

        var granted = deployment.Scopes.WithImplied(chosen);
        trace.Record(pending.Id, $"the person allows {granted}");
        var known = await sessions.FindAsync(context) is { Person: var person }
            ? new KnownPerson(person.Key, person.DisplayName)
            : null;
        var purpose = new ClientAuthorization(
            pending,
            granted.ToString(),
            known,
            IsElsewhere: form[ConsentPages.Elsewhere] is not null
        );
        var owner = TokenHash.FromStore(pending.Browser);
        try
        {
            if (await transactions.TryBeginAsync(pending.Id, owner, purpose, context.RequestAborted))
            {
                await runner.AdvanceAsync(pending.Id, context.RequestAborted);
            }
        }
        catch (SignInsFullException full)
        {
            return Full(full.Problem, pending, form, context);
        }

        return Results.Extensions.SeeOther(SignInEndpoint.PathOf(pending.Id));
    }

    // The same form again, with what the person chose.
    private static ErrorResult Full(
        Problem problem,
        PendingRequest pending,
        RequestParameters form,
        HttpContext context
    )
    {
        context.Response.Headers.RetryAfter = "60";
        return new ErrorResult(
            problem,
            pending.Id,
            StatusCodes.Status503ServiceUnavailable,
            new RetryForm(
                Pattern,
                [
                    ("request", form["request"]!),
                    (ConsentPages.Elsewhere, form[ConsentPages.Elsewhere] ?? ""),
                    .. form.All("scope").Select(scope => ("scope", scope)),
                ]
            )
        );
    }

    private IResult Deny(PendingRequest pending)
    {
        trace.Record(pending.Id, "the person refuses");
        var refused = new OAuthError(OAuthErrorCodes.AccessDenied, "The person did not allow it.");
        return Results.Extensions.ToClient(
            AuthorizationResponse.Failure(pending.Redirect, pending.State, deployment.Issuer, refused)
        );
    }

    private static ErrorResult Refuse(TransactionId id, Problem problem) =>
        new(problem, id, StatusCodes.Status400BadRequest);
}
