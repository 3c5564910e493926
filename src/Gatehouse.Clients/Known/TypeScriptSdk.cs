namespace Gatehouse.Clients.Known;

internal static class TypeScriptSdk
{
    public static KnownClient Facts { get; } =
        new("typescript-sdk", "a program made with the TypeScript SDK")
        {
            Source =
                "measured, @modelcontextprotocol/sdk 1.11.4 to 1.32.2 and @modelcontextprotocol/client 2.0.0 to 2.4.0",
            Reset = new ClientReset(
                "Delete what the program's OAuthClientProvider has stored:",
                "provider.invalidateCredentials(\"all\")"
            ),
            Quirks =
            [
                "It fails when an answer holds a member that is null.",
                "The name and the addresses are the program's own.",
            ],
        };
}
