namespace Gatehouse.Nextcloud.Hosting.Accounts;

internal static partial class Log
{
    [LoggerMessage(
        3000,
        LogLevel.Error,
        "What app password {CredentialId} belongs to could not be ended after it was refused; it is tried again in a minute"
    )]
    public static partial void CredentialNotEnded(this ILogger logger, Exception exception, string credentialId);
}
