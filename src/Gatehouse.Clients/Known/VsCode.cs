using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class VsCode
{
    public static KnownClient Facts { get; } =
        new("vscode", "Visual Studio Code")
        {
            Source = "measured, 1.104.0, 1.117.0 and 1.139.1; src/vs/base/common/oauth.ts of microsoft/vscode",
            Reset = new ClientReset(
                "In VS Code, run this from the Command Palette and choose this server:",
                "Authentication: Remove Dynamic Authentication Providers"
            ),
            Documents =
            [
                new KnownDocument("https://vscode.dev/oauth/client-metadata.json")
                {
                    Content =
                        """{"client_name":"Visual Studio Code","grant_types":["authorization_code","refresh_token","urn:ietf:params:oauth:grant-type:device_code"],"response_types":["code"],"token_endpoint_auth_method":"none","application_type":"native","client_id":"https://vscode.dev/oauth/client-metadata.json","client_uri":"https://vscode.dev/product","redirect_uris":["http://127.0.0.1:33418/","https://vscode.dev/redirect"]}""",
                    ContentSource = "as published on 2026-09-08 and 2026-09-21",
                },
                new KnownDocument("https://insiders.vscode.dev/oauth/client-metadata.json"),
            ],
            Redirects =
            [
                RedirectPattern.Of("https://vscode.dev/redirect"),
                RedirectPattern.Of("https://insiders.vscode.dev/redirect"),
                RedirectPattern.Of("http://127.0.0.1:33418/"),
            ],
            HandsOn = true,
            PrivateSchemes = ["vscode", "vscode-insiders"],
            ClientNames = ["Visual Studio Code"],
            FinishesStepUp = true,
            Quirks =
            [
                "It answers a dead access token with a new registration and a new sign-in, never with a refresh.",
                "In a remote window the answer goes to vscode.dev, which hands it to the window that the state names.",
                "It finishes a step-up by 403 with insufficient_scope.",
            ],
        };
}
