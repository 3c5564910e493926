using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Gatehouse.IdentityProviders.Tests.Sites;

/// <summary>A server on this computer that answers as a test says, and remembers what it was asked.</summary>
internal sealed class ProviderSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SeenRequest> seen = new();
    private readonly WebApplication app;

    private ProviderSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(HandleAsync);
    }

    public string Address => app.Urls.First();

    public IReadOnlyList<SeenRequest> Seen => [.. seen];

    /// <summary>One that publishes good metadata and one key; it listens when this returns.</summary>
    public static async Task<ProviderSite> StartAsync()
    {
        var site = new ProviderSite();
        await site.app.StartAsync(CancellationToken.None);
        site.Publish();
        return site;
    }

    public int Count(string path) => seen.Count(request => request.Path == path);

    public void Answer(string path, RequestDelegate answer) => answers[path] = answer;

    public void Answer(
        string path,
        string body,
        int status = 200,
        string contentType = "application/json",
        string? cacheControl = null
    ) =>
        Answer(
            path,
            context =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = contentType;
                if (cacheControl is not null)
                {
                    context.Response.Headers.CacheControl = cacheControl;
                }

                return context.Response.WriteAsync(body);
            }
        );

    /// <summary>Publishes metadata of the issuer at a path, with changes.</summary>
    public void Publish(Action<JsonObject>? change = null, string at = "", string? cacheControl = null)
    {
        var document = new JsonObject
        {
            ["issuer"] = Address + at,
            ["authorization_endpoint"] = Address + "/authorize",
            ["token_endpoint"] = Address + "/token",
            ["jwks_uri"] = Address + "/keys",
            ["userinfo_endpoint"] = Address + "/userinfo",
            ["revocation_endpoint"] = Address + "/revoke",
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_basic", "client_secret_post"),
        };
        change?.Invoke(document);
        Answer($"{at}/.well-known/openid-configuration", document.ToJsonString(), cacheControl: cacheControl);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        using var form = new FormReader(body);
        var request = new SeenRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
            (await form.ReadFormAsync(context.RequestAborted)).ToDictionary(
                pair => pair.Key,
                pair => pair.Value.ToString(),
                StringComparer.Ordinal
            ),
            body
        );
        seen.Enqueue(request);
        context.Features.Set(request);
        if (answers.TryGetValue(context.Request.Path, out var answer))
        {
            await answer(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
