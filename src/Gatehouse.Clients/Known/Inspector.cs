using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class Inspector
{
    public static KnownClient Facts { get; } =
        new("inspector", "MCP Inspector")
        {
            Source = "measured, 2.12.0; its sources",
            Reset = new ClientReset(
                "In a terminal (it forgets every server); in its web page the button is called Clear OAuth state:",
                "rm ~/.mcp-inspector/storage/oauth.json"
            ),
            Redirects =
            [
                RedirectPattern.Of("http://127.0.0.1:6276/oauth/callback"),
                RedirectPattern.Of("http://localhost:6274/oauth/callback"),
                RedirectPattern.Of("http://localhost:6274/oauth/callback/debug"),
            ],
            ClientNames = ["MCP Inspector"],
            Quirks = ["It compares the issuer byte for byte.", "Its web page calls from a browser and needs CORS."],
        };
}
