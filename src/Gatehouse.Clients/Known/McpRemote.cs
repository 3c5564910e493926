namespace Gatehouse.Clients.Known;

internal static class McpRemote
{
    public static KnownClient Facts { get; } =
        new("mcp-remote", "mcp-remote")
        {
            Source = "measured, 0.1.18, 0.1.29, 0.1.38, 0.1.48, 0.2.7 and 0.15.1",
            Reset = new ClientReset(
                "In a terminal (it forgets every server), then restart the program that starts it:",
                "rm -rf ~/.mcp-auth"
            ),
            ClientNames = ["MCP CLI Proxy", "mcp-remote"],
            Quirks =
            [
                "It stands between a client that knows only stdio and the server: the name of that client is not seen.",
                "Without any hint it asks for `openid email profile`.",
            ],
        };
}
