using System.Text.Json.Nodes;

namespace Gatehouse.OAuth.Tests.Clients;

/// <summary>A real client as it was measured: the body it registers with, and one address it then really asks for.</summary>
/// <param name="Name">Name and version.</param>
/// <param name="Registration">The body of its registration.</param>
/// <param name="Redirects">Every address it may use at <c>/authorize</c> after that.</param>
/// <param name="Scope">What it then asks for; null when the parameter is not sent.</param>
/// <param name="Resource">How it names the resource; null when the parameter is not sent.</param>
/// <param name="State">Null when it sends none.</param>
public sealed record MeasuredClient(
    string Name,
    string Registration,
    IReadOnlyList<string> Redirects,
    string? Scope,
    string? Resource,
    string? State
)
{
    private const string Full = "https://mcp.example.com/mcp";
    private const string Everything = "files.read files.write notes.read notes.write offline_access";

    /// <summary>The clients of the measurements, old and new ones, and those whose requests are replayed.</summary>
    public static IReadOnlyList<MeasuredClient> All { get; } =
    [
        .. Replayed(),
        new(
            "VS Code 1.139.1",
            """{"client_name":"Visual Studio Code","client_uri":"https://code.visualstudio.com","grant_types":["authorization_code","refresh_token","urn:ietf:params:oauth:grant-type:device_code"],"response_types":["code"],"redirect_uris":["https://insiders.vscode.dev/redirect","https://vscode.dev/redirect","http://127.0.0.1/","http://127.0.0.1:33418/"],"scope":"files.read notes.read","token_endpoint_auth_method":"none","application_type":"native"}""",
            [
                "http://127.0.0.1:33418/",
                "http://127.0.0.1:51234/",
                "http://127.0.0.1:33418",
                "https://vscode.dev/redirect",
                "https://insiders.vscode.dev/redirect",
            ],
            Everything,
            Full,
            "dGhpcyBpcyBhIHN0YXRl/+8="
        ),
        new(
            "Codex 0.169.0",
            """{"client_name":"Codex","redirect_uris":["http://127.0.0.1:41234/callback/aB3_dE6-gH9k"],"grant_types":["authorization_code","refresh_token"],"token_endpoint_auth_method":"none","response_types":["code"],"application_type":"native","scope":"files.read files.write notes.read notes.write offline_access"}""",
            ["http://127.0.0.1:41234/callback/aB3_dE6-gH9k", "http://127.0.0.1:9/callback/aB3_dE6-gH9k"],
            Everything,
            Full,
            "s"
        ),
        new(
            "opencode 1.18.33",
            """{"redirect_uris":["http://127.0.0.1:19876/mcp/oauth/callback"],"client_name":"OpenCode","client_uri":"https://opencode.ai","grant_types":["authorization_code","refresh_token"],"response_types":["code"],"token_endpoint_auth_method":"none"}""",
            ["http://127.0.0.1:19876/mcp/oauth/callback"],
            "files.read notes.read offline_access",
            Full,
            "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"
        ),
        new(
            "Gemini CLI 0.61.0",
            """{"client_name":"Gemini CLI MCP Client","redirect_uris":["http://localhost:37777/oauth/callback"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"token_endpoint_auth_method":"none","code_challenge_method":["S256"],"scope":"files.read files.write notes.read notes.write offline_access"}""",
            ["http://localhost:40123/oauth/callback"],
            Everything,
            Full,
            "s"
        ),
        new(
            "Gemini CLI 0.10.0",
            """{"client_name":"Gemini CLI MCP Client","redirect_uris":["http://localhost:7777/oauth/callback"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"token_endpoint_auth_method":"none","code_challenge_method":["S256"],"scope":""}""",
            ["http://localhost:7777/oauth/callback"],
            "",
            "https://mcp.example.com",
            "s"
        ),
        new(
            "mcp-remote 0.1.29",
            """{"client_name":"MCP CLI Proxy","redirect_uris":["http://localhost:21321/oauth/callback"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"token_endpoint_auth_method":"none","client_uri":"https://github.com/modelcontextprotocol/mcp-cli","software_id":"2e6dc280-f3c3-4e01-99a7-8181dbd1d23d","software_version":"0.1.29"}""",
            ["http://localhost:21321/oauth/callback"],
            "openid email profile",
            "https://mcp.example.com/mcp/",
            "3f2b8a54-0a53-4a6c-8ec3-6d2c2a1c9f11"
        ),
        new(
            "mcpc 0.2.6",
            """{"client_name":"mcpc","redirect_uris":["http://localhost:8000/callback"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"token_endpoint_auth_method":"none"}""",
            ["http://localhost:8000/callback"],
            "notes.read",
            Full,
            null
        ),
        new(
            "TypeScript SDK 1.11.4, no method named",
            """{"client_name":"app","redirect_uris":["http://localhost:8090/callback"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"]}""",
            ["http://localhost:8090/callback"],
            null,
            null,
            null
        ),
        new(
            "Copilot CLI 1.0.102",
            """{"client_name":"GitHub Copilot CLI","redirect_uris":["http://127.0.0.1:40001/"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"token_endpoint_auth_method":"none"}""",
            ["http://127.0.0.1:40002/"],
            "notes.read offline_access",
            "https://mcp.example.com/",
            "s"
        ),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    // Their facts stand once, where they are replayed against a whole server. A client with more than one registration counts with its first.
    private static IEnumerable<MeasuredClient> Replayed() =>
        from file in Directory.EnumerateFiles(ReplayedFolder(), "*.json").Order(StringComparer.Ordinal)
        let client = JsonNode.Parse(Fill(File.ReadAllText(file)))!
        let steps = client["steps"]!.AsArray()
        let registration = steps.Select(step => step!["json"]).OfType<JsonObject>().FirstOrDefault()
        where registration is not null
        let query = client["blocks"]!["sign in"]!.AsArray().First(step => step!["open"] is not null)!["query"]!
        select new MeasuredClient(
            $"{(string)client["name"]!} {(string)client["version"]!}",
            registration.ToJsonString(),
            [.. registration["redirect_uris"]!.AsArray().Select(redirect => (string)redirect!)],
            (string?)query["scope"],
            (string?)query["resource"],
            (string?)query["state"]
        );

    private static string Fill(string text) =>
        text.Replace("{mcp}", Full, StringComparison.Ordinal)
            .Replace("{origin}", "https://mcp.example.com", StringComparison.Ordinal)
            .Replace("{scope}", "files.read notes.read", StringComparison.Ordinal)
            .Replace("{every_scope}", Everything, StringComparison.Ordinal);

    private static string ReplayedFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Gatehouse.slnx")))
        {
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("The tests run outside of a checkout.");
        }

        return Path.Combine(folder, "tests", "Gatehouse.Interop.Tests", "Replayed", "Clients");
    }
}
