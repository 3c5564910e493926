using Gatehouse.Interop.Tests.Clients;
using Gatehouse.Interop.Tests.Compatibility;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>All clients of the lab.</summary>
internal static class Roster
{
    private const string Library =
        "as a library, in an application that brings a place for tokens, a listener and a way to open a browser";

    public static IReadOnlyList<LabEntry> All { get; } =
    [
        Sdk("1.13.3"),
        Sdk("1.17.5"),
        Sdk("1.20.2"),
        Sdk("1.25.3"),
        Sdk("1.32.2"),
        new(
            "client-2.4.0",
            Real("TypeScript SDK 2 (@modelcontextprotocol/client)", "2.4.0", $"Node.js, {Library}."),
            site => new SdkClient(site, "client-2.4.0")
        ),
        new(
            "client-2.4.0:2026-07-28",
            Real(
                "TypeScript SDK 2 (@modelcontextprotocol/client)",
                "2.4.0, revision 2026-07-28",
                $"Node.js, {Library}, the revision pinned."
            ),
            site => new SdkClient(site, "client-2.4.0", "2026-07-28")
        ),
        new(
            "csharp",
            Real("C# SDK (ModelContextProtocol)", CSharpClient.Version, $"In the test's own process, {Library}."),
            site => new CSharpClient(site)
        ),
        McpRemote("0.1.38"),
        McpRemote("0.15.1"),
        new(
            "inspector-2.12.0",
            Real("MCP Inspector", "2.12.0", "Its command line, one process for each command."),
            site => new InspectorClient(site)
        ),
        new(
            "mcporter-0.12.3",
            Real("mcporter", "0.12.3", "`mcporter config add`, `auth`, `list`, `call`."),
            site => new McporterClient(site)
        ),
        new(
            "codex-0.169.0",
            Real(
                "Codex",
                "0.169.0",
                "`codex mcp add` signs in; `codex app-server` lists and calls tools; no model, no account."
            ),
            site => new CodexClient(site)
        ),
        new(
            "codex-0.169.0:metadata-document",
            Real("Codex", "0.169.0, by its metadata document", "The same; the server knows it by its document."),
            site => new CodexClient(site)
        )
        {
            Documents = true,
        },
        Gemini(
            "0.10.0",
            "started anew where a token has run out, because it keeps the one it began with",
            keepsToken: true
        ),
        Gemini("0.61.0", "in one run", keepsToken: false),
        new(
            "opencode-1.18.33",
            Real(
                "opencode",
                "1.18.33",
                "`opencode mcp auth` signs in, `opencode run` works, with a scripted model; one process for each command."
            ),
            site => new OpencodeClient(site)
        ),
        new(
            "copilot-1.0.102",
            Real(
                "GitHub Copilot CLI",
                "1.0.102",
                "Its terminal, in tmux, with a scripted model in place of GitHub's and no account."
            ),
            site => new CopilotClient(site)
        ),
        new(
            "code-server-4.139.1",
            Real(
                "VS Code",
                "1.139.1",
                "Its own code in code-server 4.139.1 with Chromium, made to sign in as the desktop does: a listener on loopback and the system's browser. `MCP: List Servers`, Start Server, Allow; an extension lists and calls the tools by VS Code's API."
            ),
            site => new VsCodeClient(site)
        ),
    ];

    /// <summary>Those this run is to drive.</summary>
    public static IReadOnlyList<LabEntry> Chosen { get; } =
        Choose(Environment.GetEnvironmentVariable("GATEHOUSE_TEST_CLIENTS"));

    public static LabEntry Of(string key) => All.First(entry => entry.Key == key);

    private static List<LabEntry> Choose(string? which)
    {
        var heavy = File.ReadAllLines(Path.Combine(ClientFolder.All, "heavy.txt"));
        return which switch
        {
            "all" => [.. All],
            null or "" or "light" => [.. All.Where(entry => !heavy.Contains(entry.Folder))],
            _ => [.. which.Split(',').SelectMany(folder => All.Where(entry => entry.Folder == folder))],
        };
    }

    private static MatrixClient Real(string name, string version, string driven) =>
        new(name, version, ClientKind.Real, driven);

    private static LabEntry Sdk(string version) =>
        new(
            $"sdk-{version}",
            Real("TypeScript SDK (@modelcontextprotocol/sdk)", version, $"Node.js, {Library}."),
            site => new SdkClient(site, $"sdk-{version}")
        );

    private static LabEntry Gemini(string version, string remark, bool keepsToken) =>
        new(
            $"gemini-cli-core-{version}",
            Real(
                "Gemini CLI",
                version,
                $"Its own code (`@google/gemini-cli-core`) for `/mcp auth`, connecting and calling, {remark}; its clock is moved on together with the server's."
            ),
            site => new GeminiClient(site, version, keepsToken)
        );

    private static LabEntry McpRemote(string version) =>
        new(
            $"mcp-remote-{version}",
            Real("mcp-remote", version, "As the stdio server of a client that only knows those."),
            site => new McpRemoteClient(site, version)
        );
}
