namespace Gatehouse.AspNetCore.Passwords;

internal static partial class Log
{
    [LoggerMessage(1700, LogLevel.Information, "A password of person {PersonKey} was accepted")]
    public static partial void PasswordAccepted(this ILogger logger, string personKey);

    [LoggerMessage(1701, LogLevel.Warning, "A name and password were refused")]
    public static partial void PasswordRefused(this ILogger logger);

    [LoggerMessage(
        1702,
        LogLevel.Warning,
        "Too many passwords were wrong lately; nobody is asked about new ones for {Wait}"
    )]
    public static partial void PasswordsClosed(this ILogger logger, TimeSpan wait);

    [LoggerMessage(1703, LogLevel.Warning, "A password could not be checked: {Code}: {Explanation}")]
    public static partial void PasswordNotChecked(this ILogger logger, string code, string explanation);
}
