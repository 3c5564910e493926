using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.IdentityProviders.Upstream;

internal static partial class Log
{
    [LoggerMessage(4400, LogLevel.Debug, "The credential of {Provider} for connection {Connection} was renewed")]
    public static partial void CredentialRenewed(this ILogger logger, string provider, ConnectionId connection);

    [LoggerMessage(
        4401,
        LogLevel.Warning,
        "The credential of {Provider} for connection {Connection} was not renewed: {Code}: {Detail}"
    )]
    public static partial void CredentialNotRenewed(
        this ILogger logger,
        string provider,
        ConnectionId connection,
        string code,
        string detail
    );

    [LoggerMessage(4402, LogLevel.Warning, "A token of {Provider} was not exchanged: {Code}: {Detail}")]
    public static partial void NotExchanged(this ILogger logger, string provider, string code, string detail);

    [LoggerMessage(
        4403,
        LogLevel.Error,
        "The renewed credential of connection {Connection} could not be written yet; it is kept in memory until it is"
    )]
    public static partial void RenewalNotWritten(this ILogger logger, Exception exception, ConnectionId connection);
}
