using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.Bench.Servers;

/// <summary>An OpenID Connect provider that knows everybody at once, each time somebody new; in a process of its own, so that its work is not ours.</summary>
internal sealed class BenchProvider(string url)
{
    public const string ClientId = "gatehouse";

    private const string KeyId = "bench";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = KeyId };
    private readonly ConcurrentDictionary<string, string> nonces = new(StringComparer.Ordinal);
    private int people;

    public static void Map(WebApplication app)
    {
        var provider = new BenchProvider(app.Configuration["urls"]!);
        app.MapGet("/.well-known/openid-configuration", provider.MetadataAsync);
        app.MapGet("/keys", provider.KeysAsync);
        app.MapGet("/authorize", provider.AuthorizeAsync);
        app.MapPost("/token", provider.TokenAsync);
    }

    private Task MetadataAsync(HttpContext context) =>
        WriteAsync(
            context,
            new JsonObject
            {
                ["issuer"] = url,
                ["authorization_endpoint"] = url + "/authorize",
                ["token_endpoint"] = url + "/token",
                ["jwks_uri"] = url + "/keys",
                ["response_types_supported"] = new JsonArray("code"),
                ["subject_types_supported"] = new JsonArray("public"),
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post"),
                ["code_challenge_methods_supported"] = new JsonArray("S256"),
            }
        );

    private Task KeysAsync(HttpContext context)
    {
        var shown = JsonWebKeyConverter.ConvertFromRSASecurityKey(key);
        return WriteAsync(
            context,
            new JsonObject
            {
                ["keys"] = new JsonArray(
                    new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["use"] = "sig",
                        ["kid"] = KeyId,
                        ["n"] = shown.N,
                        ["e"] = shown.E,
                    }
                ),
            }
        );
    }

    private Task AuthorizeAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        nonces[code] = query["nonce"].ToString();
        context.Response.Redirect(
            QueryHelpers.AddQueryString(
                query["redirect_uri"].ToString(),
                new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }
            )
        );
        return Task.CompletedTask;
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!nonces.TryRemove(form["code"].ToString(), out var nonce))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(context, new JsonObject { ["error"] = "invalid_grant" });
            return;
        }

        var person = Interlocked.Increment(ref people).ToString(CultureInfo.InvariantCulture);
        await WriteAsync(
            context,
            new JsonObject
            {
                ["access_token"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32)),
                ["token_type"] = "Bearer",
                ["expires_in"] = (int)Lifetime.TotalSeconds,
                ["refresh_token"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32)),
                ["id_token"] = IdToken(person, nonce),
            }
        );
    }

    private string IdToken(string person, string nonce) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = url,
                Audience = ClientId,
                IssuedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
                Expires = TimeProvider.System.GetUtcNow().UtcDateTime + Lifetime,
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["sub"] = person,
                    ["nonce"] = nonce,
                    ["name"] = $"Person {person}",
                    ["preferred_username"] = $"person-{person}",
                },
            }
        );

    private static Task WriteAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
