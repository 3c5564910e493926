using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Device;

internal static partial class Log
{
    [LoggerMessage(1700, LogLevel.Information, "A device waits for its person: {Name}, {ClientHash}")]
    public static partial void DeviceWaits(this ILogger logger, string name, TokenHash clientHash);

    [LoggerMessage(
        1701,
        LogLevel.Warning,
        "Too many wrong device codes were typed; further ones are refused for a minute"
    )]
    public static partial void DeviceCodesGuessed(this ILogger logger);
}
