using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Pages;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Authentication;

/// <summary>Logging in and out in a browser.</summary>
internal sealed class LoginPages(Authenticator authenticator, Sessions sessions, PersonDirectory people)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/login", ShowAsync);
        _ = routes.MapPost("/login", LogInAsync);
        _ = routes.MapGet("/logout", LogOutAsync);
    }

    private Task ShowAsync(HttpContext context)
    {
        var redirect = RedirectUrl(context, context.Request.Query["redirect_url"].ToString());
        var session = context.Caller().Session;
        if (context.Caller().Person is not null)
        {
            return context.RedirectAsync(redirect);
        }

        var message = session.Message;
        session.Message = null;
        return context.PageAsync(
            StatusCodes.Status200OK,
            Login.Create(
                new LoginModel(
                    context.Frame("Login – Nextcloud"),
                    context.Origin() + "/login",
                    redirect,
                    context.Request.Query["user"].ToString(),
                    message,
                    [.. people.All.Select(person => $"{person.Id} / {person.Account.Password}")]
                )
            )
        );
    }

    private async Task LogInAsync(HttpContext context)
    {
        var form = await context.FormAsync();
        var session = context.Caller().Session;
        var user = form["user"].ToString().Trim();
        var redirect = RedirectUrl(context, form["redirect_url"].ToString());
        Person? person = null;
        session.Message =
            context.Request.Headers.Origin != $"{context.Request.Scheme}://{context.Request.Host}"
                ? "Log in was not sent from this page. Please try again."
            : !session.Accepts(form["requesttoken"]) ? "The page was too old. Please try again."
            : authenticator.CheckAccountPassword(user, form["password"].ToString(), out person) switch
            {
                RefusalReason.None => null,
                RefusalReason.Disabled => "This account is disabled. Please contact your administrator.",
                RefusalReason.TooManyAttempts =>
                    "We have detected multiple invalid login attempts from your network. Please try again in 30 minutes.",
                _ => "Wrong login or password.",
            };
        if (session.Message is not null || person is null)
        {
            await context.RedirectAsync(
                $"{context.Request.PathBase}/login?user={Uri.EscapeDataString(user)}&redirect_url={Uri.EscapeDataString(redirect)}"
            );
            return;
        }

        var signedIn = sessions.SignIn(session, person);
        context.SetSessionCookies(sessions.CookieName, signedIn);
        context.Response.Headers["X-User-Id"] = person.Id;
        await context.RedirectAsync(redirect);
    }

    private Task LogOutAsync(HttpContext context)
    {
        var session = context.Caller().Session;
        if (session.Accepts(context.Request.Query["requesttoken"]))
        {
            session.SignOut();
        }

        var redirect = RedirectUrl(context, context.Request.Query["redirect_url"].ToString());
        return context.RedirectAsync($"{context.Request.PathBase}/login?redirect_url={Uri.EscapeDataString(redirect)}");
    }

    /// <summary>Only places of this cloud: a path below its own, never another host's.</summary>
    private static string RedirectUrl(HttpContext context, string asked) =>
        asked.StartsWith('/')
        && !asked.StartsWith("//", StringComparison.Ordinal)
        && !asked.Contains('\\', StringComparison.Ordinal)
        && !asked.Any(char.IsControl)
            ? asked
            : context.Request.PathBase + "/apps/files/";
}
