using System.Security.Claims;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
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
    TokenVerifier verifier,
    SessionBindings sessions,
    LastUse lastUse,
    ILogger<ProtectionMiddleware> log
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

    private static readonly OAuthError Unavailable = new(
        OAuthErrorCodes.TemporarilyUnavailable,
        "The storage does not answer. The token may be good: try again in a few seconds."
    );

    private readonly PathString path = deployment.Resource.Path;
    private readonly string challenge = new BearerChallenge(deployment.Resource, deployment.Scopes.Names).ToString();
    private readonly string invalidTokenChallenge = new BearerChallenge(
        deployment.Resource,
        deployment.Scopes.Names,
        Invalid
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

        var token = BearerToken.Read(context.Request.Headers.Authorization);
        try
        {
            return token is null
                ? await ChallengeAsync(context, challenge, Anonymous)
                : await KnowsAsync(context, token);
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
        if (await verifier.VerifyAsync(token, context.RequestAborted) is not { } claims)
        {
            return await ChallengeAsync(context, invalidTokenChallenge, Invalid);
        }

        var access = Access.From(claims);
        if (!await sessions.AllowsAsync(context.Request, access, context.RequestAborted))
        {
            // As an unknown session is answered: the client begins a new one.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }

        lastUse.Note(access.Connection);
        context.User = new ClaimsPrincipal(new AccessIdentity(access));
        return true;
    }

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
