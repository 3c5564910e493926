using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.Testing.Providers;

/// <summary>A client of a simulated provider for tests of the provider itself: sends what it is told and follows nothing.</summary>
/// <param name="engine">The provider.</param>
public sealed class RelyingParty(ProviderEngine engine) : IDisposable
{
    /// <summary>Its callback.</summary>
    public const string Callback = "http://127.0.0.1:9/cb";

    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Reads a document of the provider.</summary>
    public async Task<JsonObject> GetAsync(string path, CancellationToken cancellationToken) =>
        JsonNode.Parse(await http.GetStringAsync(new Uri(engine.Host + path), cancellationToken))!.AsObject();

    /// <summary>Opens the authorization endpoint.</summary>
    /// <param name="scope">Scopes, separated by spaces.</param>
    /// <param name="more">More parameters, or others in place of the usual; null leaves one out.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<HttpResponseMessage> AuthorizeAsync(
        string? scope,
        IReadOnlyDictionary<string, string?>? more,
        CancellationToken cancellationToken
    )
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = engine.ClientId,
            ["response_type"] = "code",
            ["redirect_uri"] = Callback,
            ["state"] = "s",
            ["nonce"] = "n",
            ["scope"] = scope,
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string?>())
        {
            query[name] = value;
        }

        var address = QueryHelpers.AddQueryString(
            engine.EndpointHost + engine.Fill(engine.Quirks.Paths.Authorize, engine.Quirks.Tenant),
            query.Where(parameter => parameter.Value is not null)
        );
        return http.GetAsync(new Uri(address), cancellationToken);
    }

    /// <summary>Signs a person in.</summary>
    /// <returns>What came back to the callback.</returns>
    public async Task<IReadOnlyDictionary<string, StringValues>> SignInAsync(
        string? scope,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? more = null
    )
    {
        using var answer = await AuthorizeAsync(scope, more, cancellationToken);
        return answer.Headers.Location is { } location
            ? QueryHelpers.ParseQuery(location.Query)
            : throw new InvalidOperationException(
                $"No redirect but {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}"
            );
    }

    /// <summary>Posts a form to the token endpoint, with the client's proof in it unless the form has one of its own.</summary>
    public Task<HttpResponseMessage> PostAsync(
        IReadOnlyDictionary<string, string?> form,
        CancellationToken cancellationToken
    ) => PostAsync(engine.Quirks.Paths.Token, form, cancellationToken);

    /// <summary>The same to any endpoint.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string path,
        IReadOnlyDictionary<string, string?> form,
        CancellationToken cancellationToken
    )
    {
        var fields = new Dictionary<string, string?>(form);
        var target = new Uri(engine.EndpointHost + engine.Fill(path, engine.Quirks.Tenant));
        using var request = new HttpRequestMessage(HttpMethod.Post, target);
        request.Headers.Accept.ParseAdd("application/json");
        if (engine.Quirks.ClientAuthentication.Contains("client_secret_post"))
        {
            fields.TryAdd("client_id", engine.ClientId);
            fields.TryAdd("client_secret", engine.ClientSecret);
        }
        else
        {
            var pair = Encoding.ASCII.GetBytes($"{engine.ClientId}:{engine.ClientSecret}");
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(pair));
        }

        request.Content = new FormUrlEncodedContent(
            fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value!))
        );
        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>Redeems a code.</summary>
    public Task<HttpResponseMessage> RedeemAsync(string? code, CancellationToken cancellationToken) =>
        PostAsync(
            new Dictionary<string, string?>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = Callback,
                ["code_verifier"] = Verifier,
            },
            cancellationToken
        );

    /// <summary>Refreshes.</summary>
    public Task<HttpResponseMessage> RefreshAsync(string? refreshToken, CancellationToken cancellationToken) =>
        PostAsync(
            new Dictionary<string, string?> { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken },
            cancellationToken
        );

    /// <summary>Asks who the person of an access token is.</summary>
    public async Task<HttpResponseMessage> AccountAsync(string accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            engine.EndpointHost + engine.Fill(engine.Quirks.Paths.Account!, engine.Quirks.Tenant)
        );
        request.Headers.Authorization = new("Bearer", accessToken);
        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>Reads a JSON answer.</summary>
    public static async Task<JsonObject> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!.AsObject();

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
