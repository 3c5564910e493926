using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Pages;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.LoginFlow;

/// <summary>What a person sees of a Login Flow.</summary>
internal sealed class LoginFlowPages(Flows flows, PersonDirectory people)
{
    private const string InvalidFlow = "Your login token is invalid or has expired";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/login/v2/flow/{token}", OpenAsync);
        _ = routes.MapGet("/login/v2/flow", ConnectAsync);
        _ = routes.MapGet("/login/v2/grant", AskAsync);
        _ = routes.MapPost("/login/v2/grant", GrantAsync);
        _ = routes.MapPost("/login/v2/deny", DenyAsync);
        _ = routes.MapPost("/login/v2/apptoken", AppTokenAsync);
    }

    private Task OpenAsync(HttpContext context)
    {
        if (flows.Pending((string?)context.Request.RouteValues["token"]) is not { } flow)
        {
            return ForbiddenAsync(context, InvalidFlow);
        }

        context.Caller().Session.Flow = flow.LoginToken;
        return context.RedirectAsync($"{context.Request.PathBase}/login/v2/flow?user=&direct=0");
    }

    private Task ConnectAsync(HttpContext context)
    {
        var session = context.Caller().Session;
        if (flows.Pending(session.Flow) is not { } flow)
        {
            return ForbiddenAsync(context, InvalidFlow);
        }

        var state = System.Security.Cryptography.RandomNumberGenerator.GetHexString(64, lowercase: true);
        session.FlowStates[state] = flow.LoginToken;
        return ConnectPageAsync(context, flow, state, null);
    }

    private Task AskAsync(HttpContext context)
    {
        var caller = context.Caller();
        if (caller.Person is not { } person)
        {
            return context.AskToLogInAsync();
        }

        var state = context.Request.Query["stateToken"].ToString();
        if (FlowOf(caller, state) is not { } flow)
        {
            return ForbiddenAsync(context, "State token does not match");
        }

        var root = context.Origin();
        var back = Uri.EscapeDataString(context.Request.PathBase + context.Request.Path + context.Request.QueryString);
        var frame = context.Frame();
        return context.PageAsync(
            StatusCodes.Status200OK,
            Grant.Create(
                new GrantModel(
                    frame,
                    flow.Client,
                    person.Account.DisplayName,
                    person.Id,
                    root + "/login/v2/grant",
                    root + "/login/v2/deny",
                    $"{root}/logout?requesttoken={Uri.EscapeDataString(frame.RequestToken)}&redirect_url={back}",
                    state
                )
            )
        );
    }

    private async Task GrantAsync(HttpContext context)
    {
        var caller = context.Caller();
        if (await DecidedAsync(context) is not { } flow || caller.Person is not { } person)
        {
            return;
        }

        var secret = await person.AppPasswords.CreateAsync(flow.Client, context.RequestAborted);
        await FinishAsync(context, flow, person, secret);
    }

    private async Task DenyAsync(HttpContext context)
    {
        if (await DecidedAsync(context) is { } flow)
        {
            flows.Deny(flow);
            await context.MessageAsync(
                StatusCodes.Status200OK,
                "Access denied",
                $"{flow.Client} did not get access to your account.",
                "You can close this window."
            );
        }
    }

    private async Task AppTokenAsync(HttpContext context)
    {
        var form = await context.FormAsync();
        var caller = context.Caller();
        var state = form["stateToken"].ToString();
        if (!caller.Session.Accepts(form["requesttoken"]) || FlowOf(caller, state) is not { } flow)
        {
            await ForbiddenAsync(context, "State token does not match");
            return;
        }

        var secret = form["password"].ToString();
        var person = people.FindByAppPassword(secret, out _);
        if (person is null || person != people.Find(form["user"].ToString()))
        {
            await ConnectPageAsync(context, flow, state, "This is not an app password of this account.");
            return;
        }

        _ = caller.Session.FlowStates.TryRemove(state, out _);
        await FinishAsync(context, flow, person, secret);
    }

    /// <summary>The flow a posted form decides about; the answer is already written when there is none.</summary>
    private async Task<Flow?> DecidedAsync(HttpContext context)
    {
        var form = await context.FormAsync();
        var caller = context.Caller();
        if (caller.Person is null)
        {
            await context.AskToLogInAsync();
            return null;
        }

        if (!caller.Session.Accepts(form["requesttoken"]))
        {
            await context.Response.JsonAsync(
                StatusCodes.Status412PreconditionFailed,
                new System.Text.Json.Nodes.JsonObject { ["message"] = "CSRF check failed" }
            );
            return null;
        }

        var state = form["stateToken"].ToString();
        if (FlowOf(caller, state) is not { } flow)
        {
            await ForbiddenAsync(context, "State token does not match");
            return null;
        }

        _ = caller.Session.FlowStates.TryRemove(state, out _);
        return flow;
    }

    private Task FinishAsync(HttpContext context, Flow flow, Person person, string secret) =>
        flows.Grant(flow, person.Id, secret)
            ? context.MessageAsync(
                StatusCodes.Status200OK,
                "Account connected",
                "Your client should now be connected!",
                "You can close this window."
            )
            : ForbiddenAsync(context, InvalidFlow);

    private Flow? FlowOf(Caller caller, string state) =>
        caller.Session.FlowStates.TryGetValue(state, out var login) ? flows.Pending(login) : null;

    private static Task ConnectPageAsync(HttpContext context, Flow flow, string state, string? message) =>
        context.PageAsync(
            StatusCodes.Status200OK,
            Connect.Create(
                new ConnectModel(
                    context.Frame(),
                    flow.Client,
                    context.Origin() + "/login/v2/grant",
                    context.Origin() + "/login/v2/apptoken",
                    state,
                    "",
                    message
                )
            )
        );

    private static Task ForbiddenAsync(HttpContext context, string reason) =>
        context.MessageAsync(StatusCodes.Status403Forbidden, "Access forbidden", reason);
}
