namespace Gatehouse.AspNetCore.Vault;

internal static partial class Log
{
    [LoggerMessage(1600, LogLevel.Information, "Credential {CredentialId} deleted at its origin")]
    public static partial void CredentialDeleted(this ILogger logger, string credentialId);

    [LoggerMessage(
        1601,
        LogLevel.Warning,
        "Credential {CredentialId} could not be deleted at its origin; next try in {Pause}"
    )]
    public static partial void CredentialDeletionPostponed(this ILogger logger, string credentialId, TimeSpan pause);

    [LoggerMessage(
        1602,
        LogLevel.Error,
        "Credential {CredentialId} was handed out, could not be used and not be given back: the person may delete it by hand"
    )]
    public static partial void CredentialNotGivenBack(this ILogger logger, Exception exception, string credentialId);

    [LoggerMessage(1603, LogLevel.Warning, "Deleting credential {CredentialId} at its origin failed")]
    public static partial void CredentialDeletionFailed(this ILogger logger, Exception exception, string credentialId);
}
