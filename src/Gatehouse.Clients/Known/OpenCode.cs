using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class OpenCode
{
    public static KnownClient Facts { get; } =
        new("opencode", "opencode")
        {
            Source = "measured, 1.18.33",
            Reset = new ClientReset("In a terminal:", "opencode mcp logout NAME\nopencode mcp auth NAME"),
            Documents =
            [
                new KnownDocument("https://opencode.ai/oauth/opencode/client.json")
                {
                    Content =
                        """{"client_id":"https://opencode.ai/oauth/opencode/client.json","client_name":"opencode","client_uri":"https://opencode.ai","application_type":"native","redirect_uris":["http://127.0.0.1/callback","http://localhost/callback"],"grant_types":["authorization_code","refresh_token"],"response_types":["code"],"token_endpoint_auth_method":"none","token_endpoint_auth_methods_supported":["none"]}""",
                    ContentSource =
                        "packages/console/app/src/routes/oauth/opencode/client.json.ts of anomalyco/opencode at e3748c34",
                },
            ],
            Redirects = [RedirectPattern.Of("http://127.0.0.1:19876/mcp/oauth/callback")],
            ClientNames = ["OpenCode", "opencode"],
            Quirks = ["It registers twice in one sign-in."],
        };
}
