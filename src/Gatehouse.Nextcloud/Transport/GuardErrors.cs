using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>What a call is told that was not sent.</summary>
internal static class GuardErrors
{
    public static NextcloudError Parked(CloudRequest request, TimeSpan retryAfter) =>
        new(
            NextcloudErrorKind.CredentialParked,
            $"{request.Doing} was not tried: Nextcloud refused this account's app password a moment ago.",
            "It is tried once more after a minute, so that one refused password does not make Nextcloud throttle everybody.",
            "Wait a minute and try again. If the app password was deleted in Nextcloud (Settings, Security, Devices & sessions), sign in again."
        )
        {
            RetryAfter = retryAfter,
        };

    public static NextcloudError Retired(CloudRequest request) =>
        new(
            NextcloudErrorKind.CredentialRetired,
            $"{request.Doing} was not tried: Nextcloud no longer accepts this account's app password.",
            "It was refused twice, a minute apart. Most likely it was deleted in Nextcloud (Settings, Security, Devices & sessions).",
            "Sign in again."
        );

    public static NextcloudError Suspended(CloudRequest request, TimeSpan retryAfter) =>
        new(
            NextcloudErrorKind.CloudSuspended,
            $"{request.Doing} was not tried: Nextcloud refuses several people's app passwords at present.",
            "That looks like a user directory (LDAP) that is down, not like passwords that are wrong, so nobody is signed out.",
            "Wait a few minutes and try again. If it stays so, tell the administrator of the Nextcloud."
        )
        {
            RetryAfter = retryAfter,
        };
}
