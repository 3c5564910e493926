namespace Gatehouse.Clients.Known;

internal static class ClaudeCode
{
    public static KnownClient Facts { get; } =
        new("claude-code", "Claude Code")
        {
            Source =
                "issues 37747, 42301, 69326, 84614, 88325, 90370 of anthropics/claude-code; code.claude.com/docs/en/mcp",
            Reset = new ClientReset(
                "In Claude Code, open this list, choose the server, then Clear authentication:",
                "/mcp"
            ),
            Documents =
            [
                new KnownDocument("https://claude.ai/oauth/claude-code-client-metadata")
                {
                    Content =
                        """{"client_id":"https://claude.ai/oauth/claude-code-client-metadata","client_name":"Claude Code","client_uri":"https://claude.ai","redirect_uris":["http://localhost/callback","http://127.0.0.1/callback"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"token_endpoint_auth_method":"none"}""",
                    ContentSource = "as published on 2026-09-21; the same in three public test suites",
                },
            ],
            ClientNames = ["Claude Code"],
            UserAgents = ["claude-code/"],
            Quirks =
            [
                "Its document names loopback addresses without a port; the request carries one, for localhost as for 127.0.0.1.",
                "It keeps the identifier of a registration for ever, also when the server has forgotten it.",
                "Several sessions share one stored refresh token and use it at the same moment.",
                "Over SSH the browser cannot reach it: `claude mcp login NAME --no-browser` takes the whole address of the callback.",
            ],
        };
}
