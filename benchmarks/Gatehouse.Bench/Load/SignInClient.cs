using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;

namespace Gatehouse.Bench.Load;

/// <summary>Signs in as a client and its browser do: registration, consent page, approval, code, tokens.</summary>
internal static partial class SignInClient
{
    private const string Redirect = "http://127.0.0.1:1/callback";

    // RFC 7636 appendix B.
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    public static async Task<TokenChain> SignInAsync(HttpClient client) =>
        await SignInAsync(client, await RegisterAsync(client));

    /// <summary>The same with a client that has registered.</summary>
    public static async Task<TokenChain> SignInAsync(HttpClient client, string clientId)
    {
        var location = await ApproveAsync(client, clientId);
        var code = HttpUtility.ParseQueryString(location.Query)["code"]!;
        return await AskAsync(
            client,
            clientId,
            [
                new("grant_type", "authorization_code"),
                new("code", code),
                new("code_verifier", Verifier),
                new("redirect_uri", Redirect),
            ]
        );
    }

    public static Task<TokenChain> RefreshAsync(HttpClient client, TokenChain chain) =>
        AskAsync(
            client,
            chain.ClientId,
            [new("grant_type", "refresh_token"), new("refresh_token", chain.RefreshToken)]
        );

    public static async Task<string> RegisterAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync(
            new Uri("/register", UriKind.Relative),
            new
            {
                client_name = "Bench",
                redirect_uris = new[] { Redirect },
                token_endpoint_auth_method = "none",
            }
        );
        return Text(await ReadJsonAsync(answer, HttpStatusCode.Created), "client_id");
    }

    private static async Task<Uri> ApproveAsync(HttpClient client, string clientId)
    {
        var query =
            $"?response_type=code&client_id={Uri.EscapeDataString(clientId)}&redirect_uri={Uri.EscapeDataString(Redirect)}"
            + $"&code_challenge={Challenge}&code_challenge_method=S256&state=bench";
        using var page = await client.GetAsync(new Uri("/authorize" + query, UriKind.Relative));
        var cookie = page.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        var html = await page.Content.ReadAsStringAsync();
        var form = new List<KeyValuePair<string, string>>
        {
            new("request", WebUtility.HtmlDecode(SealedRequest().Match(html).Groups["value"].Value)),
            new("action", "approve"),
        };
        form.AddRange(
            Scopes().Matches(html).Select(scope => KeyValuePair.Create("scope", scope.Groups["value"].Value))
        );

        using var approval = new HttpRequestMessage(HttpMethod.Post, "/consent")
        {
            Content = new FormUrlEncodedContent(form),
        };
        approval.Headers.Add("Cookie", cookie);
        using var approved = await client.SendAsync(approval);
        var location = approved.Headers.Location;
        while (location?.OriginalString.StartsWith(Redirect, StringComparison.Ordinal) == false)
        {
            location = await FollowAsync(client, location, cookie);
        }

        return location ?? throw new InvalidOperationException($"The sign-in ended with {approved.StatusCode}.");
    }

    // To the provider and back, where there is one.
    private static async Task<Uri?> FollowAsync(HttpClient client, Uri location, string cookie)
    {
        using var look = new HttpRequestMessage(HttpMethod.Get, location);
        look.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(look);
        return answer.Headers.Location;
    }

    private static async Task<TokenChain> AskAsync(
        HttpClient client,
        string clientId,
        IEnumerable<KeyValuePair<string, string>> form
    )
    {
        using var body = new FormUrlEncodedContent([.. form, new("client_id", clientId)]);
        using var answer = await client.PostAsync(new Uri("/token", UriKind.Relative), body);
        var json = await ReadJsonAsync(answer, HttpStatusCode.OK);
        return new TokenChain(clientId, Text(json, "access_token"), Text(json, "refresh_token"));
    }

    private static async Task<JsonElement> ReadJsonAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == expected
            ? JsonElement.Parse(bytes)
            : throw new InvalidOperationException($"{answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(bytes)}");
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    [GeneratedRegex("name=\"request\" value=\"(?<value>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex SealedRequest();

    [GeneratedRegex("name=\"scope\" value=\"(?<value>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Scopes();
}
