using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class ClaudeDesktop
{
    public static KnownClient Facts { get; } =
        new("claude-desktop", "Claude desktop app")
        {
            Source = "issue 93671 of anthropics/claude-code (Code tab); a public capture of its managed profile",
            Reset = new ClientReset("In the Claude app, remove this server from its settings and add it again."),
            Redirects =
            [
                RedirectPattern.Of("claude://claude.ai/mcp-auth-callback/*"),
                RedirectPattern.Of("http://127.0.0.1:53280/callback"),
            ],
            PrivateSchemes = ["claude"],
            ClientNames = ["Claude Desktop"],
            Quirks =
            [
                "Connectors added in its settings are claude.ai's: they come from the internet, not from this computer.",
            ],
        };
}
