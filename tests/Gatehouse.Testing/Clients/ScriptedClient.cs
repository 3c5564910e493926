using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Testing.Clients;

/// <summary>
/// An MCP client's OAuth half, step by step and by the RFCs, for tests that do something between the steps. What real clients do is tested with
/// real clients.
/// </summary>
/// <param name="origin">Gatehouse's public origin.</param>
public sealed class ScriptedClient(string origin) : IDisposable
{
    private const string Revision = "2026-07-28";

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private string verifier = "";
    private string state = "";

    /// <summary>Where the answer is to go. Nobody needs to listen there.</summary>
    public string RedirectUri { get; init; } = "http://127.0.0.1:33418/callback";

    /// <summary>What it calls itself.</summary>
    public string Name { get; init; } = "Scripted client";

    /// <summary>The id it registered under, or was given.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The access token of the last answer.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>The refresh token of the last answer.</summary>
    public string RefreshToken { get; set; } = "";

    /// <summary>The scope of the last answer.</summary>
    public string GrantedScope { get; private set; } = "";

    /// <summary>Every secret it saw.</summary>
    public NoSecrets Secrets { get; } = new();

    /// <summary>RFC 7591.</summary>
    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var metadata = new JsonObject
        {
            ["client_name"] = Name,
            ["redirect_uris"] = new JsonArray(RedirectUri),
            ["token_endpoint_auth_method"] = "none",
        };
        using var body = new StringContent(metadata.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(origin + "/register"), body, cancellationToken);
        var answer = await ReadAsync(response, cancellationToken);
        ClientId =
            response.StatusCode == HttpStatusCode.Created
                ? (string)answer["client_id"]!
                : throw new InvalidOperationException($"Registration was refused: {answer.ToJsonString()}");
    }

    /// <summary>A new request, with its own state and PKCE verifier.</summary>
    /// <param name="scope">Scopes to ask for; null asks for none.</param>
    public string NewAuthorizationUrl(string? scope = null)
    {
        verifier = RandomNumberGenerator.GetHexString(64, lowercase: true);
        state = RandomNumberGenerator.GetHexString(16, lowercase: true);
        Secrets.Add("PKCE verifier", verifier);
        var challenge = Convert
            .ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
        List<KeyValuePair<string, string>> parameters =
        [
            new("response_type", "code"),
            new("client_id", ClientId),
            new("redirect_uri", RedirectUri),
            new("state", state),
            new("code_challenge", challenge),
            new("code_challenge_method", "S256"),
            new("resource", origin + "/mcp"),
        ];
        if (scope is not null)
        {
            parameters.Add(new("scope", scope));
        }

        return $"{origin}/authorize?{string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"))}";
    }

    /// <summary>Reads the code out of the redirect; throws when it is not the answer to the last request.</summary>
    public string ReadCode(Uri redirect)
    {
        var answer = HttpUtility.ParseQueryString(redirect.Query);
        if (answer["error"] is { } error)
        {
            throw new InvalidOperationException($"{error}: {answer["error_description"]}");
        }

        if (answer["state"] != state || answer["iss"] != origin || answer["code"] is not { Length: > 0 } code)
        {
            throw new InvalidOperationException("The redirect is not the answer to the last request.");
        }

        Secrets.Add("authorization code", code);
        return code;
    }

    /// <summary>RFC 6749 §4.1.3, for the redirect of the last request.</summary>
    public Task<Answer> RedeemAsync(Uri redirect, CancellationToken cancellationToken) =>
        RedeemCodeAsync(ReadCode(redirect), cancellationToken);

    /// <summary>The same for the code itself.</summary>
    public Task<Answer> RedeemCodeAsync(string code, CancellationToken cancellationToken) =>
        TokenAsync(
            [
                new("grant_type", "authorization_code"),
                new("code", code),
                new("redirect_uri", RedirectUri),
                new("client_id", ClientId),
                new("code_verifier", verifier),
            ],
            cancellationToken
        );

    /// <summary>RFC 6749 §6, with the refresh token it has.</summary>
    public Task<Answer> RefreshAsync(CancellationToken cancellationToken) =>
        TokenAsync(
            [new("grant_type", "refresh_token"), new("refresh_token", RefreshToken), new("client_id", ClientId)],
            cancellationToken
        );

    /// <summary>RFC 7009, for the refresh token it has.</summary>
    public async Task<HttpStatusCode> RevokeAsync(CancellationToken cancellationToken)
    {
        using var body = new FormUrlEncodedContent([new("token", RefreshToken), new("client_id", ClientId)]);
        using var response = await http.PostAsync(new Uri(origin + "/revoke"), body, cancellationToken);
        return response.StatusCode;
    }

    /// <summary>Calls a tool by revision 2026-07-28, which needs no session.</summary>
    /// <returns>Status and, for 200, the JSON-RPC answer.</returns>
    public Task<Answer> CallToolAsync(string tool, JsonObject values, CancellationToken cancellationToken) =>
        McpAsync("tools/call", tool, new JsonObject { ["name"] = tool, ["arguments"] = values }, cancellationToken);

    /// <summary>The names of the tools that are listed for it.</summary>
    public async Task<IReadOnlyList<string>> ListToolsAsync(CancellationToken cancellationToken)
    {
        var answer = await McpAsync("tools/list", null, [], cancellationToken);
        return [.. answer.Body["result"]!["tools"]!.AsArray().Select(tool => (string)tool!["name"]!)];
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<Answer> McpAsync(
        string method,
        string? name,
        JsonObject parameters,
        CancellationToken cancellationToken
    )
    {
        parameters["_meta"] = new JsonObject
        {
            ["io.modelcontextprotocol/protocolVersion"] = Revision,
            ["io.modelcontextprotocol/clientInfo"] = new JsonObject { ["name"] = Name, ["version"] = "1" },
            ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject(),
        };
        var call = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = method,
            ["params"] = parameters,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, origin + "/mcp")
        {
            Content = new StringContent(call.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", AccessToken);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", Revision);
        request.Headers.Add("Mcp-Method", method);
        if (name is not null)
        {
            request.Headers.Add("Mcp-Name", name);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        return new Answer(response.StatusCode, await ReadAsync(response, cancellationToken));
    }

    private async Task<Answer> TokenAsync(
        IEnumerable<KeyValuePair<string, string>> form,
        CancellationToken cancellationToken
    )
    {
        using var body = new FormUrlEncodedContent(form);
        using var response = await http.PostAsync(new Uri(origin + "/token"), body, cancellationToken);
        var answer = new Answer(response.StatusCode, await ReadAsync(response, cancellationToken));
        Keep(answer);
        return answer;
    }

    private void Keep(Answer answer)
    {
        if (answer.Status == HttpStatusCode.OK)
        {
            AccessToken = (string)answer.Body["access_token"]!;
            RefreshToken = (string)answer.Body["refresh_token"]!;
            GrantedScope = (string)answer.Body["scope"]!;
            Secrets.Add("access token", AccessToken);
            Secrets.Add("refresh token", RefreshToken);
        }
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            const string Data = "data: ";
            text = text.Split('\n').Last(line => line.StartsWith(Data, StringComparison.Ordinal))[Data.Length..];
        }

        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }
}
