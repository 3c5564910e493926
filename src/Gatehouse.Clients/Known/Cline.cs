using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class Cline
{
    public static KnownClient Facts { get; } =
        new("cline", "Cline")
        {
            Source = "issues 8103 and 9218 of cline/cline",
            Reset = new ClientReset("In Cline, open MCP Servers, delete this server, and add it again."),
            Redirects =
            [
                RedirectPattern.Of("vscode://saoudrizwan.claude-dev/mcp-auth/callback/*"),
                RedirectPattern.Of("vscode-insiders://saoudrizwan.claude-dev/mcp-auth/callback/*"),
            ],
            ClientNames = ["Cline"],
            Quirks = ["It asks for `openid`."],
        };
}
