using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.Nextcloud.Hosting.Accounts;

internal static partial class Log
{
    [LoggerMessage(
        3000,
        LogLevel.Error,
        "Connection {Connection} could not be ended after its app password was refused; it is tried again in a minute"
    )]
    public static partial void ConnectionNotEnded(this ILogger logger, Exception exception, ConnectionId connection);
}
