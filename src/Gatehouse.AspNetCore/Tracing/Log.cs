using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.AspNetCore.Tracing;

internal static partial class Log
{
    [LoggerMessage(1900, LogLevel.Information, "Sign-in {SupportId}: {Step}")]
    public static partial void Step(this ILogger logger, TransactionId supportId, string step);
}
