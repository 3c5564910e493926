using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class Cursor
{
    public static KnownClient Facts { get; } =
        new("cursor", "Cursor")
        {
            Source = "cursor.com/docs/context/mcp; issue 3576 of cursor/cursor; registrations quoted in public issues",
            Reset = new ClientReset(
                "In Cursor, run this from the Command Palette (it forgets every server), then connect again:",
                "Cursor: Clear All MCP Tokens"
            ),
            Redirects =
            [
                RedirectPattern.Of("https://www.cursor.com/agents/mcp/oauth/callback"),
                RedirectPattern.Of("cursor://anysphere.cursor-mcp/oauth/callback"),
                RedirectPattern.Of("http://localhost:8787/callback"),
            ],
            PrivateSchemes = ["cursor"],
            ClientNames = ["Cursor"],
            Quirks = ["It registers an app, a web page and a loopback address at once, and uses one of them."],
        };
}
