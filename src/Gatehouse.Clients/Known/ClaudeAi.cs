using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class ClaudeAi
{
    public static KnownClient Facts { get; } =
        new("claude-ai", "Claude")
        {
            Source =
                "claude.com/docs/connectors/building/authentication; issues 250, 363, 968, 1043 of anthropics/claude-ai-mcp",
            Reset = new ClientReset(
                "In Claude, open Settings, Connectors, disconnect this connector, remove it, and add it again."
            ),
            Documents =
            [
                new KnownDocument("https://claude.ai/oauth/mcp-oauth-client-metadata")
                {
                    Content =
                        """{"client_id":"https://claude.ai/oauth/mcp-oauth-client-metadata","client_name":"Claude","client_uri":"https://claude.ai","redirect_uris":["https://claude.ai/api/mcp/auth_callback"],"grant_types":["authorization_code","refresh_token","urn:ietf:params:oauth:grant-type:jwt-bearer"],"response_types":["code"],"token_endpoint_auth_method":"none"}""",
                    ContentSource = "as published on 2026-09-21",
                },
            ],
            Redirects =
            [
                RedirectPattern.Of("https://claude.ai/api/mcp/auth_callback"),
                RedirectPattern.Of("https://claude.com/api/mcp/auth_callback"),
            ],
            ClientNames = ["Claude"],
            UserAgents = ["Claude-User"],
            Quirks =
            [
                "It calls from the internet, 160.79.104.0/21: the server must be reachable there, and a rule against AI bots stops it silently.",
                "It uses a metadata document only where `none` is among the token endpoint's methods.",
                "It may ask for a client secret when it registers.",
            ],
        };
}
