using System.Globalization;
using System.Security.Claims;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Passwords;
using Gatehouse.AspNetCore.Sessions;
using Gatehouse.AspNetCore.Storage;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Protection;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>
/// Stands before everything else: the right host, no foreign page, and for the resource a living token. It asks before any look at method,
/// Accept header, body or protocol version, because clients probe with HEAD, GET and versions of their own and must get the challenge.
/// </summary>
internal sealed class ProtectionMiddleware(
    RequestDelegate next,
    Deployment deployment,
    HostRule hostRule,
    OriginRule originRule,
    CorsRule cors,
    IAccessTokens tokens,
    SessionBindings sessions,
    ILogger<ProtectionMiddleware> log,
    PasswordVerifier? passwords = null
)
{
    private static readonly OAuthError Invalid = new(
        OAuthErrorCodes.InvalidToken,
        "The access token is unknown, expired or revoked. Refresh it or sign in again."
    );

    private static readonly OAuthError Anonymous = new(
        OAuthErrorCodes.InvalidToken,
        "Sign in first: the WWW-Authenticate header says where."
    );

    private static readonly OAuthError TooLong = new(
        OAuthErrorCodes.InvalidToken,
        "The access token is too long: 16 KB are taken. Signing in again does not help; let the identity provider write fewer groups or claims into it."
    );

    private static readonly OAuthError Unavailable = new(
        OAuthErrorCodes.TemporarilyUnavailable,
        "The storage does not answer. The token may be good: try again in a few seconds."
    );

    private static readonly OAuthError WrongPassword = new(
        OAuthErrorCodes.InvalidToken,
        "The name and app password were not accepted. Check both, or sign in: the WWW-Authenticate header says where."
    );

    private static readonly OAuthError PasswordsClosed = new(
        OAuthErrorCodes.TemporarilyUnavailable,
        "Too many app passwords were wrong lately, so new ones are not looked at for a while. Those accepted before go on working."
    );

    private static readonly OAuthError PasswordUnknown = new(
        OAuthErrorCodes.TemporarilyUnavailable,
        "The app password could not be checked, because the cloud does not answer. Try again in a few seconds."
    );

    private readonly PathString path = deployment.Resource.Path;
    private readonly string challenge = new BearerChallenge(deployment.Resource, deployment.Scopes.Names).ToString();
    private readonly string invalidTokenChallenge = new BearerChallenge(
        deployment.Resource,
        deployment.Scopes.Names,
        Invalid
    ).ToString();
    private readonly string tooLongChallenge = new BearerChallenge(
        deployment.Resource,
        deployment.Scopes.Names,
        TooLong
    ).ToString();

    public Task InvokeAsync(HttpContext context)
    {
        if (hostRule.Refuses(context.Request) is { } misdirected)
        {
            return misdirected.ExecuteAsync(context);
        }

        // Routing compares without case and forgives a trailing slash, so this does too.
        if (context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        {
            return ProtectAsync(context);
        }

        return cors.Answers(context) ? Task.CompletedTask : next(context);
    }

    private async Task ProtectAsync(HttpContext context)
    {
        if (await AdmitsAsync(context))
        {
            await next(context);
        }
    }

    private async Task<bool> AdmitsAsync(HttpContext context)
    {
        if (originRule.Refuses(context.Request) is { } foreign)
        {
            await foreign.ExecuteAsync(context);
            return false;
        }

        // Before the challenge, so that a page can read it.
        if (cors.AnswersForResource(context))
        {
            return false;
        }

        if (HttpMethods.IsOptions(context.Request.Method))
        {
            return true;
        }

        if (BearerToken.IsTooLong(context.Request.Headers.Authorization))
        {
            log.TokenTooLong(BearerToken.MaximumLength);
            return await ChallengeAsync(context, tooLongChallenge, TooLong);
        }

        var token = BearerToken.Read(context.Request.Headers.Authorization);
        try
        {
            return token is not null ? await KnowsAsync(context, token)
                : passwords is not null
                && deployment.Options.PasswordSignIn
                && BasicCredentials.Read(context.Request.Headers.Authorization) is { } shown
                    ? await KnowsAsync(context, shown, passwords)
                : await ChallengeAsync(context, challenge, Anonymous);
        }
        catch (StorageUnavailableException problem)
        {
            log.StorageUnavailable(problem, context.Request.Path);
            context.Response.Headers.RetryAfter = "5";
            return await AnswerAsync(context, Unavailable, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<bool> KnowsAsync(HttpContext context, string token)
    {
        switch (await tokens.VerifyAsync(token, context.RequestAborted))
        {
            case TokenVerdict.Accepted accepted:
                return await EnterAsync(context, accepted.Access);
            case TokenVerdict.Unknown unknown:
                context.Response.Headers.RetryAfter = Seconds(unknown.RetryAfter);
                return await AnswerAsync(
                    context,
                    new OAuthError(OAuthErrorCodes.TemporarilyUnavailable, unknown.Explanation),
                    StatusCodes.Status503ServiceUnavailable
                );
            case TokenVerdict.Insufficient insufficient:
                return await LacksScopesAsync(context, insufficient.Explanation);
            default:
                return await ChallengeAsync(context, invalidTokenChallenge, Invalid);
        }
    }

    private async Task<bool> LacksScopesAsync(HttpContext context, string explanation)
    {
        var error = new OAuthError(OAuthErrorCodes.InsufficientScope, explanation);
        context.Response.Headers.WWWAuthenticate = new BearerChallenge(
            deployment.Resource,
            deployment.Scopes.Names,
            error
        ).ToString();
        return await AnswerAsync(context, error, StatusCodes.Status403Forbidden);
    }

    // Never in a challenge: a browser would ask for the password, and clients would not find the sign-in.
    private async Task<bool> KnowsAsync(HttpContext context, BasicCredentials shown, PasswordVerifier passwords)
    {
        switch (await passwords.VerifyAsync(shown, context.RequestAborted))
        {
            case PasswordAnswer.Accepted accepted:
                return await EnterAsync(context, accepted.Access);
            case PasswordAnswer.Closed closed:
                context.Response.Headers.RetryAfter = Seconds(closed.RetryAfter);
                return await AnswerAsync(context, PasswordsClosed, StatusCodes.Status429TooManyRequests);
            case PasswordAnswer.Unknown:
                context.Response.Headers.RetryAfter = "5";
                return await AnswerAsync(context, PasswordUnknown, StatusCodes.Status503ServiceUnavailable);
            default:
                return await ChallengeAsync(context, challenge, WrongPassword);
        }
    }

    private async Task<bool> EnterAsync(HttpContext context, Access access)
    {
        if (!await sessions.AllowsAsync(context.Request, access, context.RequestAborted))
        {
            // As an unknown session is answered: the client begins a new one.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }

        context.User = new ClaimsPrincipal(new AccessIdentity(access));
        return true;
    }

    private static string Seconds(TimeSpan time) =>
        ((int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static Task<bool> ChallengeAsync(HttpContext context, string challenge, OAuthError error)
    {
        context.Response.Headers.WWWAuthenticate = challenge;
        return AnswerAsync(context, error, StatusCodes.Status401Unauthorized);
    }

    private static async Task<bool> AnswerAsync(HttpContext context, OAuthError error, int status)
    {
        await OAuthResults.Error(error, status).ExecuteAsync(context);
        return false;
    }
}
