using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Testing.Sites;

/// <summary>An MCP client at a <see cref="Site"/>: registers, asks, redeems, refreshes, calls. Every parameter can be changed or left out.</summary>
public sealed class SiteClient : IDisposable
{
    /// <summary>Where it listens.</summary>
    public const string Redirect = "http://127.0.0.1:33418/callback";

    /// <summary>RFC 7636 Appendix B.</summary>
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private readonly Site site;

    private SiteClient(Site site, string id, string? secret)
    {
        this.site = site;
        Id = id;
        Secret = secret;
        Http = site.NewHttp();
    }

    /// <summary>Its identifier.</summary>
    public string Id { get; }

    /// <summary>Its secret, if it registered as confidential.</summary>
    public string? Secret { get; }

    /// <summary>Without cookies.</summary>
    public HttpClient Http { get; }

    /// <summary>Registers.</summary>
    public static async Task<SiteClient> RegisterAsync(
        Site site,
        string name = "Test Client",
        string redirect = Redirect,
        string method = "none"
    )
    {
        using var http = site.NewHttp();
        var answer = await RegisterAsync(
            http,
            $$"""{"client_name":"{{name}}","redirect_uris":["{{redirect}}"],"token_endpoint_auth_method":"{{method}}"}"""
        );
        return new SiteClient(site, (string)answer.Json["client_id"]!, (string?)answer.Json["client_secret"]);
    }

    /// <summary>A client that did not register, or registered elsewhere.</summary>
    public static SiteClient Of(Site site, string id, string? secret = null) => new(site, id, secret);

    /// <summary>Registers with any body.</summary>
    public static async Task<SiteAnswer> RegisterAsync(HttpClient http, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/register")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return await SiteAnswer.OfAsync(http, request);
    }

    /// <summary>The address to open; a value of null leaves a parameter out, a new name adds it.</summary>
    public string AuthorizeUrl(params IEnumerable<(string Name, string? Value)> changes) =>
        "/authorize?"
        + string.Join(
            '&',
            Changed(
                    [
                        ("response_type", "code"),
                        ("client_id", Id),
                        ("redirect_uri", Redirect),
                        (
                            "code_challenge",
                            Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))
                        ),
                        ("code_challenge_method", "S256"),
                        ("state", "af0ifjsldkj"),
                        ("resource", site.Options.PublicUrl + "/mcp"),
                    ],
                    changes
                )
                .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")
        );

    /// <summary>A whole sign-in in a browser of its own.</summary>
    /// <returns>The code.</returns>
    public async Task<string> SignInAsync(params IEnumerable<(string Name, string? Value)> changes)
    {
        using var browser = new SiteBrowser(site);
        var answer = await browser.ApproveAsync(await browser.OpenAsync(AuthorizeUrl(changes)));
        return answer.Parameter("code") ?? throw new InvalidOperationException($"No code: {answer.Location}");
    }

    /// <summary>A whole sign-in and its tokens.</summary>
    public async Task<SiteAnswer> ConnectAsync(params IEnumerable<(string Name, string? Value)> changes) =>
        await RedeemAsync(await SignInAsync(changes));

    /// <summary>Redeems a code.</summary>
    public Task<SiteAnswer> RedeemAsync(string code, params IEnumerable<(string Name, string? Value)> changes) =>
        PostAsync(
            "/token",
            Changed(
                [
                    ("grant_type", "authorization_code"),
                    ("code", code),
                    ("code_verifier", Verifier),
                    ("redirect_uri", Redirect),
                    ("client_id", Id),
                    ("client_secret", Secret),
                ],
                changes
            )
        );

    /// <summary>Refreshes.</summary>
    public Task<SiteAnswer> RefreshAsync(string token, params IEnumerable<(string Name, string? Value)> changes) =>
        PostAsync(
            "/token",
            Changed(
                [
                    ("grant_type", "refresh_token"),
                    ("refresh_token", token),
                    ("client_id", Id),
                    ("client_secret", Secret),
                ],
                changes
            )
        );

    /// <summary>Signs out.</summary>
    public Task<SiteAnswer> RevokeAsync(string token, params IEnumerable<(string Name, string? Value)> changes) =>
        PostAsync("/revoke", Changed([("token", token), ("client_id", Id), ("client_secret", Secret)], changes));

    /// <summary>Posts a form.</summary>
    public async Task<SiteAnswer> PostAsync(
        string path,
        IEnumerable<KeyValuePair<string, string>> form,
        AuthenticationHeaderValue? authorization = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = authorization;
        return await SiteAnswer.OfAsync(Http, request);
    }

    /// <summary>Calls the resource with an access token.</summary>
    public async Task<SiteAnswer> CallAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent("{}") };
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        return await SiteAnswer.OfAsync(Http, request);
    }

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Changed(
        IEnumerable<(string Name, string? Value)> usual,
        IEnumerable<(string Name, string? Value)> changes
    )
    {
        var list = changes.ToList();
        return usual
            .Where(pair => list.TrueForAll(change => change.Name != pair.Name))
            .Concat(list)
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Name, pair.Value!));
    }
}
