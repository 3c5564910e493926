namespace Gatehouse.AspNetCore.SignIn;

internal static partial class Log
{
    [LoggerMessage(1900, LogLevel.Warning, "Answer of a provider refused: {Reason}; support id {SupportId}")]
    public static partial void CallbackRefused(this ILogger logger, string supportId, string reason);
}
