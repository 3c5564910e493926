using Microsoft.Extensions.Logging;

namespace Gatehouse.Nextcloud.Transport;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Warning, "Credential {Credential} of {Cloud} met a 401 and is parked")]
    public static partial void Parked(ILogger logger, CredentialVersion credential, CloudAddress cloud);

    [LoggerMessage(2002, LogLevel.Information, "Credential {Credential} of {Cloud} is accepted again")]
    public static partial void Accepted(ILogger logger, CredentialVersion credential, CloudAddress cloud);

    [LoggerMessage(2003, LogLevel.Warning, "Credential {Credential} of {Cloud} was refused again and is retired")]
    public static partial void Retired(ILogger logger, CredentialVersion credential, CloudAddress cloud);

    [LoggerMessage(
        2004,
        LogLevel.Error,
        "{People} people's credentials were refused by {Cloud} within a minute; calls to it are suspended. "
            + "Look there: a user back end that is down answers like this. If Nextcloud throttles this server, put its address on the brute-force allow list"
    )]
    public static partial void Suspended(ILogger logger, int people, CloudAddress cloud);

    [LoggerMessage(2005, LogLevel.Information, "{Cloud} accepts credentials again")]
    public static partial void Resumed(ILogger logger, CloudAddress cloud);

    [LoggerMessage(2006, LogLevel.Warning, "Trying credential {Credential} of {Cloud} again was not possible")]
    public static partial void ProbeFailed(
        ILogger logger,
        Exception exception,
        CredentialVersion credential,
        CloudAddress cloud
    );
}
