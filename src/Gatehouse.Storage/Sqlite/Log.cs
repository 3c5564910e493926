namespace Gatehouse.Storage.Sqlite;

internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Information, "Opened the database {Path}; schema {Before}, now {Now}")]
    public static partial void Opened(ILogger logger, string path, int before, int now);
}
