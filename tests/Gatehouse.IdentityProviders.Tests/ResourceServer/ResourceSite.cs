using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.IdentityProviders.Tests.Identity;
using Gatehouse.IdentityProviders.Tests.Sites;
using Gatehouse.OAuth;
using Gatehouse.Testing.Hosts;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.IdentityProviders.Tests.ResourceServer;

/// <summary>A resource on real Kestrel that takes the tokens of a <see cref="ProviderSite"/> as they are, and says of each call whose it was.</summary>
internal sealed class ResourceSite : IAsyncDisposable
{
    public const string Path = "/mcp";

    private readonly WebApplication app;
    private readonly HttpClient http;

    private ResourceSite(ProviderSite provider, string url, Action<ResourceServerOptions>? change)
    {
        Provider = provider;
        Url = url;
        http = new HttpClient { BaseAddress = new Uri(url) };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new CapturingLoggerProvider(Log));
        builder.Logging.AddFilter("Gatehouse", LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddProviderResourceServer(Configure, tokens => Configure(tokens, change));
        app = builder.Build();
        app.MapGatehouse();
        app.Map(Path, AnswerAsync);
    }

    public FakeTimeProvider Time { get; } = new(ForgedToken.Now);

    public ProviderSite Provider { get; }

    public string Url { get; }

    public CapturedLog Log { get; } = new();

    /// <summary>Starts one with a provider that publishes one key; it listens when this returns.</summary>
    public static async Task<ResourceSite> StartAsync(
        Action<ResourceServerOptions>? change = null,
        Action<ProviderSite>? prepare = null
    )
    {
        var provider = await ProviderSite.StartAsync();
        provider.Answer("/keys", Keys(new ForgedToken()));
        prepare?.Invoke(provider);
        var site = new ResourceSite(provider, $"http://127.0.0.1:{LoopbackPorts.Take(1)}", change);
        try
        {
            await site.app.StartAsync(TestContext.Current.CancellationToken);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>A key document.</summary>
    public static string Keys(ForgedToken token, string id = "one") =>
        new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["kid"] = id,
                    ["n"] = token.Key.N,
                    ["e"] = token.Key.E,
                }
            ),
        }.ToJsonString();

    /// <summary>An access token that is right, for a test to change.</summary>
    public ForgedToken Token(System.Security.Cryptography.RSA? key = null)
    {
        var token = new ForgedToken(key)
            .With("iss", Provider.Address)
            .With("aud", Url + Path)
            .With("client_id", "a-client")
            .With("scope", "openid notes.read")
            .Without("nonce");
        token.Header["typ"] = "at+jwt";
        return token;
    }

    /// <summary>Calls the resource with a token.</summary>
    public async Task<SiteAnswer> CallAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent("{}") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await SiteAnswer.OfAsync(http, request);
    }

    public async Task<SiteAnswer> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SiteAnswer.OfAsync(http, request);
    }

    public async Task<SiteAnswer> PostAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}") };
        return await SiteAnswer.OfAsync(http, request);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private void Configure(GatehouseOptions gatehouse)
    {
        gatehouse.PublicUrl = Url;
        gatehouse.Scopes.Add(new SupportedScope(Scope.Of("notes.read"), "Notes", "Read notes"));
        gatehouse.Scopes.Add(
            new SupportedScope(Scope.Of("notes.write"), "Notes", "Change notes", Scope.Of("notes.read"))
        );
    }

    private void Configure(ResourceServerOptions tokens, Action<ResourceServerOptions>? change)
    {
        tokens.Provider.Issuer = Provider.Address;
        tokens.Provider.Preset = "oidc";
        change?.Invoke(tokens);
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var access = Access.Of(context.User)!;
        return context.Response.WriteAsync(
            new JsonObject
            {
                ["person"] = access.PersonKey,
                ["connection"] = access.Connection.Value,
                ["client"] = access.ClientHash.Value,
                ["scopes"] = access.Scopes.ToString(),
            }.ToJsonString(),
            context.RequestAborted
        );
    }
}
