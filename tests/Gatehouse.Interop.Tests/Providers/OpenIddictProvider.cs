using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Gatehouse.Testing.Browser;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Gatehouse.Interop.Tests.Providers;

/// <summary>OpenIddict's server in this process, without a database: signed by an elliptic key, code challenges required.</summary>
internal sealed class OpenIddictProvider : RealProvider
{
    private readonly WebApplication app;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private OpenIddictProvider(string callback)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        builder.Services.AddOpenIddict().AddServer(server => Configure(server, callback));
        app = builder.Build();
        app.UseAuthentication();
        app.MapMethods("/connect/authorize", [HttpMethods.Get, HttpMethods.Post], AuthorizeAsync);
        app.MapGet("/connect/userinfo", UserInfoAsync);
    }

    // It names itself with a slash at the end.
    public override string Issuer => app.Urls.First() + "/";

    /// <summary>Starts one; it listens when this returns.</summary>
    public static async Task<OpenIddictProvider> StartAsync(string callback)
    {
        var provider = new OpenIddictProvider(callback);
        await provider.app.StartAsync(CancellationToken.None);
        return provider;
    }

    public override async Task SignInAsync(ScriptedTab tab, CancellationToken cancellationToken)
    {
        tab.Fill("user", ScriptedPerson.Alice.Name);
        await tab.PressAsync("Sign in", cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private void Configure(OpenIddictServerBuilder server, string callback)
    {
        server
            .SetAuthorizationEndpointUris("connect/authorize")
            .SetTokenEndpointUris("connect/token")
            .SetUserInfoEndpointUris("connect/userinfo")
            .AllowAuthorizationCodeFlow()
            .AllowRefreshTokenFlow()
            .RequireProofKeyForCodeExchange()
            .RegisterScopes(Scopes.Profile, Scopes.Email, Scopes.OfflineAccess)
            .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
            .AddSigningKey(new ECDsaSecurityKey(key) { KeyId = "one" })
            .EnableDegradedMode();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId)
                {
                    context.Reject(Errors.InvalidClient, "This client is not known here.");
                }
                else if (context.RedirectUri != callback)
                {
                    context.Reject(Errors.InvalidRequest, "This address is not registered.");
                }

                return ValueTask.CompletedTask;
            })
        );
        server.AddEventHandler<ValidateTokenRequestContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                {
                    context.Reject(Errors.InvalidClient, "The secret is wrong.");
                }

                return ValueTask.CompletedTask;
            })
        );
        server
            .UseAspNetCore()
            .DisableTransportSecurityRequirement()
            .EnableAuthorizationEndpointPassthrough()
            .EnableUserInfoEndpointPassthrough();
    }

    private static async Task AuthorizeAsync(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if ((string?)request["user"] is { Length: > 0 } user)
        {
            var identity = new ClaimsIdentity("page", Claims.Name, Claims.Role);
            identity.SetClaim(Claims.Subject, "00000000-0000-0000-0000-00000000a11c");
            identity.SetClaim(Claims.Name, "Alice");
            identity.SetClaim(Claims.PreferredUsername, user);
            identity.SetScopes(request.GetScopes());
            identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
            await context.SignInAsync(
                OpenIddictServerAspNetCoreDefaults.AuthenticationScheme,
                new ClaimsPrincipal(identity)
            );
            return;
        }

        var fields = context.Request.Query.Select(field =>
            $"""<input type="hidden" name="{WebUtility.HtmlEncode(field.Key)}" value="{WebUtility.HtmlEncode(field.Value.ToString())}">"""
        );
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            $"""<!DOCTYPE html><html><body><h1>OpenIddict</h1><form method="post" action="/connect/authorize">{string.Concat(fields)}<label>User <input name="user"></label><button>Sign in</button></form></body></html>""",
            context.RequestAborted
        );
    }

    private static async Task UserInfoAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        await context.Response.WriteAsJsonAsync(
            new Dictionary<string, string?>
            {
                [Claims.Subject] = result.Principal?.GetClaim(Claims.Subject),
                [Claims.Name] = result.Principal?.GetClaim(Claims.Name),
                [Claims.PreferredUsername] = result.Principal?.GetClaim(Claims.PreferredUsername),
            },
            context.RequestAborted
        );
    }
}
