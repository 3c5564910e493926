using System.Security.Claims;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Sessions;
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
    TokenVerifier verifier,
    SessionBindings sessions
)
{
    private static readonly OAuthError Invalid = new(
        OAuthErrorCodes.InvalidToken,
        "The access token is unknown, expired or revoked. Refresh it or sign in again."
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
        return context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)
            ? ProtectAsync(context)
            : next(context);
    }

    private async Task ProtectAsync(HttpContext context)
    {
        if (originRule.Refuses(context.Request) is { } foreign)
        {
            await foreign.ExecuteAsync(context);
            return;
        }

        if (HttpMethods.IsOptions(context.Request.Method))
        {
            await next(context);
            return;
        }

        var token = BearerToken.Read(context.Request.Headers.Authorization);
        if (token is null || await verifier.VerifyAsync(token, context.RequestAborted) is not { } claims)
        {
            await ChallengeAsync(context, token is null);
            return;
        }

        var access = Access.From(claims);
        if (!await sessions.AllowsAsync(context.Request, access, context.RequestAborted))
        {
            // As an unknown session is answered: the client begins a new one.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.User = new ClaimsPrincipal(new AccessIdentity(access));
        await next(context);
    }

    private Task ChallengeAsync(HttpContext context, bool anonymous)
    {
        context.Response.Headers.WWWAuthenticate = anonymous ? challenge : invalidTokenChallenge;
        var error = anonymous
            ? new OAuthError(OAuthErrorCodes.InvalidToken, "Sign in first: the WWW-Authenticate header says where.")
            : Invalid;
        return OAuthResults.Error(error, StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    }
}
