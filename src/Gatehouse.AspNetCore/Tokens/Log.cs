namespace Gatehouse.AspNetCore.Tokens;

internal static partial class Log
{
    [LoggerMessage(1300, LogLevel.Information, "Token refused: {Code}: {Description}")]
    public static partial void TokenRefused(this ILogger logger, string code, string description);
}
