namespace Gatehouse.Serving;

/// <summary>How a person connects one client.</summary>
/// <param name="Client">Its name.</param>
/// <param name="Where">Where the text goes.</param>
/// <param name="Text">What to copy.</param>
public sealed record ConnectCommand(string Client, string Where, string Text)
{
    /// <summary>The best-known clients, for the MCP endpoint of that URL.</summary>
    public static IReadOnlyList<ConnectCommand> For(string url) =>
        [
            new(
                "Claude Code",
                "In a terminal, then /mcp inside Claude Code",
                $"claude mcp add --transport http nextcloud {url}"
            ),
            new("Codex", "In a terminal", $"codex mcp add nextcloud --url {url}"),
            new(
                "Gemini CLI",
                "In a terminal, then /mcp auth nextcloud inside Gemini CLI",
                $"gemini mcp add --transport http nextcloud {url}"
            ),
            new(
                "VS Code",
                "In a terminal",
                $$"""code --add-mcp '{"name":"nextcloud","type":"http","url":"{{url}}" }'"""
            ),
            new(
                "GitHub Copilot CLI",
                "~/.copilot/mcp-config.json",
                $$"""{"mcpServers":{"nextcloud":{"type":"http","url":"{{url}}","tools":["*"] } } }"""
            ),
            new("Cursor", "~/.cursor/mcp.json", $$"""{"mcpServers":{"nextcloud":{"url":"{{url}}" } } }"""),
            new(
                "MCP Inspector",
                "In a terminal",
                $"npx @modelcontextprotocol/inspector --cli {url} --transport http --method tools/list"
            ),
            new("Clients that know only stdio", "As their command", $"npx mcp-remote {url}"),
            new(
                "claude.ai and ChatGPT",
                "Settings, connectors, add your own (the server must be reachable from the internet)",
                url
            ),
        ];
}
