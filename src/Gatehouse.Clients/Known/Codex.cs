using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class Codex
{
    public static KnownClient Facts { get; } =
        new("codex", "Codex")
        {
            Source = "measured, 0.60.1, 0.110.0 and 0.169.0; issues 24058, 29630, 30460 of openai/codex",
            Reset = new ClientReset("In a terminal:", "codex mcp logout NAME\ncodex mcp login NAME"),
            Documents =
            [
                new KnownDocument("https://chatgpt.com/oauth/codex/{id}/client.json")
                {
                    Content =
                        """{"client_id":"https://chatgpt.com/oauth/codex/{id}/client.json","client_uri":"https://chatgpt.com/codex","application_type":"native","redirect_uris":["http://127.0.0.1/callback/{id}","http://localhost/callback/{id}"],"token_endpoint_auth_method":"none","token_endpoint_auth_methods_supported":["none"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"client_name":"Codex"}""",
                    ContentSource =
                        "one of the family in a public test suite; learn.chatgpt.com/docs/extend/mcp describes the family",
                },
                new KnownDocument("https://chatgpt.com/oauth/codex/client.json")
                {
                    Content =
                        """{"client_id":"https://chatgpt.com/oauth/codex/client.json","client_uri":"https://chatgpt.com/codex","application_type":"native","redirect_uris":["http://127.0.0.1/callback","http://localhost/callback"],"token_endpoint_auth_method":"none","token_endpoint_auth_methods_supported":["none"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"client_name":"Codex"}""",
                    ContentSource = "as published on 2026-09-16",
                },
            ],
            Redirects =
            [
                RedirectPattern.Of("http://127.0.0.1/callback/*"),
                RedirectPattern.Of("http://localhost/callback/*"),
            ],
            ClientNames = ["Codex"],
            UserAgents = ["codex-mcp-client"],
            Quirks =
            [
                "The last part of its callback, and of its document, is derived from the address of the MCP endpoint.",
                "It refreshes several times at once when a token is about to expire.",
                "It does not register anew when the server has forgotten it.",
            ],
        };
}
