namespace Gatehouse.Clients.Known;

internal static class GeminiCli
{
    public static KnownClient Facts { get; } =
        new("gemini-cli", "Gemini CLI")
        {
            Source = "measured, 0.1.18, 0.10.0, 0.11.3, 0.20.0, 0.29.0, 0.40.0 and 0.61.0",
            Reset = new ClientReset("In Gemini CLI, which then registers and signs in anew:", "/mcp auth NAME"),
            ClientNames = ["Gemini CLI MCP Client", "Gemini CLI"],
            Quirks =
            [
                "It asks for every scope the server lists.",
                "It fails without `iss` in the answer.",
                "In the middle of a session it answers a 401 by registering with empty lists and using the refresh token under the new name.",
            ],
        };
}
