using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class Zed
{
    public static KnownClient Facts { get; } =
        new("zed", "Zed")
        {
            Source =
                "pull request 51768 and issue 56210 of zed-industries/zed; crates/context_server/src/oauth.rs there",
            Reset = new ClientReset(
                "In Zed, open Settings, AI, MCP Servers, and choose Log Out in the menu of this server."
            ),
            Documents =
            [
                new KnownDocument("https://zed.dev/oauth/client-metadata.json")
                {
                    Content =
                        """{"client_id":"https://zed.dev/oauth/client-metadata.json","client_name":"Zed","client_uri":"https://zed.dev","redirect_uris":["http://127.0.0.1/callback"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"token_endpoint_auth_method":"none"}""",
                    ContentSource = "as published on 2026-09-21",
                },
            ],
            Redirects = [RedirectPattern.Of("http://127.0.0.1:27523/callback")],
            PrivateSchemes = ["zed"],
            ClientNames = ["Zed"],
            Quirks = ["It prefers one port and takes another when that one is busy."],
        };
}
