using System.Globalization;
using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.PersonalTokens;

/// <summary>The form that makes a token: begins the sign-in that gives it a credential of its own.</summary>
internal sealed class TokenCreationEndpoint(
    Deployment deployment,
    PersonForms forms,
    BrowserCookie browser,
    ConnectionsPages pages,
    Transactions transactions,
    SignInRunner runner,
    TraceRing trace
) : IEndpoint
{
    public const string Pattern = "/connections/tokens";

    private const int LongestName = 60;

    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!(await forms.ReadAsync(context, Pattern)).Accepted(out var session, out var form, out var refusal))
        {
            return refusal;
        }

        var asked = form.All("scope");
        var scopes = ScopeSet.Parse(string.Join(' ', asked));
        if (!deployment.Scopes.Names.Includes(scopes) || scopes.Count != asked.Distinct().Count())
        {
            return new ErrorResult(Problems.TokenScopeRefused, TransactionId.New(), StatusCodes.Status400BadRequest);
        }

        return NameOf(form) is { } name && scopes.Count > 0 && DaysOf(form) is { } days
            ? await BeginAsync(context, session, name, deployment.Scopes.WithImplied(scopes), days)
            : await pages.ShowAsync(session, ConnectionsPages.TokenIncomplete, context.RequestAborted);
    }

    private async Task<IResult> BeginAsync(
        HttpContext context,
        PersonSession session,
        string name,
        ScopeSet scopes,
        int days
    )
    {
        var id = TransactionId.New();
        trace.Record(id, $"{session.Person.DisplayName} wants a token for {scopes}");
        var purpose = new TokenCreation(
            name,
            scopes.ToString(),
            days,
            session.Person.Key,
            session.Person.DisplayName,
            deployment.Issuer.Authority
        );
        if (await transactions.TryBeginAsync(id, browser.ReadOrSet(context), purpose, context.RequestAborted))
        {
            await runner.AdvanceAsync(id, context.RequestAborted);
        }

        return Results.Extensions.SeeOther(SignInEndpoint.PathOf(id));
    }

    private static string? NameOf(RequestParameters form) =>
        form["name"]?.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl) ? name : null;

    private static int? DaysOf(RequestParameters form) =>
        int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        && TokenLifetimes.Days.Contains(days)
            ? days
            : null;
}
