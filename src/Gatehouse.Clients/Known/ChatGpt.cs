using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class ChatGpt
{
    public static KnownClient Facts { get; } =
        new("chatgpt", "ChatGPT")
        {
            Source = "developers.openai.com/apps-sdk/build/auth",
            Reset = new ClientReset(
                "In ChatGPT, open Settings, Apps and connectors, disconnect this one, delete it, and create it again."
            ),
            Documents =
            [
                new KnownDocument("https://chatgpt.com/oauth/client.json")
                {
                    Content =
                        """{"client_id":"https://chatgpt.com/oauth/client.json","client_uri":"https://chatgpt.com/","redirect_uris":["https://chatgpt.com/connector_platform_oauth_redirect"],"token_endpoint_auth_method":"private_key_jwt","token_endpoint_auth_methods_supported":["none","private_key_jwt"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"client_name":"ChatGPT","token_endpoint_auth_signing_alg":"RS256","jwks_uri":"https://chatgpt.com/oauth/jwks.json"}""",
                    ContentSource = "as published on 2026-09-08 and 2026-09-21",
                },
                new KnownDocument("https://chatgpt.com/oauth/{id}/client.json"),
            ],
            Redirects =
            [
                RedirectPattern.Of("https://chatgpt.com/connector/oauth/*"),
                RedirectPattern.Of("https://chatgpt.com/connector_platform_oauth_redirect"),
            ],
            ClientNames = ["ChatGPT"],
            Quirks =
            [
                "It signs its token requests (`private_key_jwt`) where the server offers that.",
                "It calls from the internet: the server must be reachable there.",
            ],
        };
}
