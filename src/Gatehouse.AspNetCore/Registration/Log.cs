using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Registration;

internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Information, "Client {Name} registered as {ClientHash}")]
    public static partial void ClientRegistered(this ILogger logger, string name, TokenHash clientHash);

    [LoggerMessage(1102, LogLevel.Warning, "The metadata document of a client at {Host} is not available: {Reason}")]
    public static partial void DocumentAway(this ILogger logger, string host, string reason);

    [LoggerMessage(1103, LogLevel.Information, "The metadata document of a client at {Host} is refused: {Reason}")]
    public static partial void DocumentRefused(this ILogger logger, string host, string reason);

    [LoggerMessage(
        1104,
        LogLevel.Information,
        "There is a way out to the internet: clients may be known by their metadata documents (ClientMetadataDocuments is auto)"
    )]
    public static partial void DocumentsOpen(this ILogger logger);

    [LoggerMessage(
        1105,
        LogLevel.Information,
        "No way out to the internet was found: clients register themselves (ClientMetadataDocuments is auto; on or off ends the search)"
    )]
    public static partial void DocumentsClosed(this ILogger logger);

    [LoggerMessage(1101, LogLevel.Information, "Registration refused: {Code}: {Description}")]
    public static partial void RegistrationRefused(this ILogger logger, string code, string description);
}
