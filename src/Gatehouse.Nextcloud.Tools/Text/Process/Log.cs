using Microsoft.Extensions.Logging;

namespace Gatehouse.Nextcloud.Tools.Text.Process;

internal static partial class Log
{
    [LoggerMessage(
        2101,
        LogLevel.Warning,
        "The process that reads a document ended without an answer. A hostile document does that to it; when every document does, it cannot start: {Said}"
    )]
    public static partial void ReaderSaidNothing(this ILogger log, string said);
}
