namespace Gatehouse.Serving;

internal static partial class Log
{
    [LoggerMessage(1900, LogLevel.Warning, "Not ready")]
    public static partial void NotReady(this ILogger logger, Exception exception);
}
