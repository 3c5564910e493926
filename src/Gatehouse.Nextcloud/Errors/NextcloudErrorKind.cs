namespace Gatehouse.Nextcloud.Errors;

/// <summary>What went wrong, as far as a caller can act on it.</summary>
public enum NextcloudErrorKind
{
    /// <summary>401: the cloud does not accept the app password. It was parked at this answer.</summary>
    Unauthorized,

    /// <summary>Not sent: the app password met a 401 less than a minute ago and will be tried once more by itself.</summary>
    CredentialParked,

    /// <summary>Not sent: the app password was tried again and refused again. The person has to sign in anew.</summary>
    CredentialRetired,

    /// <summary>Not sent: several people's credentials were refused within a minute, so the cloud itself is in trouble.</summary>
    CloudSuspended,

    /// <summary>The account exists but an administrator disabled it.</summary>
    AccountDisabled,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404 for a thing.</summary>
    NotFound,

    /// <summary>404 for a whole API: the app is not installed, or not enabled for this person.</summary>
    AppNotAvailable,

    /// <summary>400: the cloud understood and refused.</summary>
    Refused,

    /// <summary>400: the cloud does not know the host name it was called by.</summary>
    UntrustedDomain,

    /// <summary>412 (an ETag did not match), 409, or a thing that is in the way.</summary>
    Conflict,

    /// <summary>423: a file lock.</summary>
    Locked,

    /// <summary>416: nothing at this offset.</summary>
    RangeNotSatisfiable,

    /// <summary>413, or an answer larger than the bound of this client.</summary>
    TooLarge,

    /// <summary>429.</summary>
    RateLimited,

    /// <summary>503 in maintenance mode.</summary>
    Maintenance,

    /// <summary>502, 503, 504 without maintenance mode.</summary>
    Unavailable,

    /// <summary>500.</summary>
    CloudFailed,

    /// <summary>507.</summary>
    InsufficientStorage,

    /// <summary>A redirect, a page instead of JSON or XML, or a document of another shape.</summary>
    UnexpectedAnswer,

    /// <summary>No answer: name resolution, connection, TLS or time-out.</summary>
    CloudUnreachable,

    /// <summary>The cloud announces another address than the configured one.</summary>
    AddressMismatch,
}
