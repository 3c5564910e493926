namespace Gatehouse.Clients.Known;

internal static class QwenCode
{
    public static KnownClient Facts { get; } =
        new("qwen-code", "Qwen Code")
        {
            Source = "measured, 0.24.4; packages/core/src/mcp/constants.ts of QwenLM/qwen-code",
            Reset = new ClientReset(
                "In a terminal (it forgets every server), then start Qwen Code again:",
                "rm ~/.qwen/mcp-oauth-tokens.json"
            ),
            ClientNames = ["Qwen Code MCP Client"],
            Quirks =
            [
                "It looks for the protected resource document at the root first, and signs in by itself when it starts.",
            ],
        };
}
