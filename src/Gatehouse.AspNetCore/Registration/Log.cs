using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Registration;

internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Information, "Client {Name} registered as {ClientHash}")]
    public static partial void ClientRegistered(this ILogger logger, string name, TokenHash clientHash);

    [LoggerMessage(1101, LogLevel.Information, "Registration refused: {Code}: {Description}")]
    public static partial void RegistrationRefused(this ILogger logger, string code, string description);
}
