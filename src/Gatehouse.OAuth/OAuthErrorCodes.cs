namespace Gatehouse.OAuth;

/// <summary>The error codes of RFC 6749, 6750, 7009, 7591, 8628 and 8707 that Gatehouse answers with.</summary>
public static class OAuthErrorCodes
{
    /// <summary>RFC 6749 §4.1.2.1, §5.2.</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>RFC 6749 §5.2; answered with 401.</summary>
    public const string InvalidClient = "invalid_client";

    /// <summary>RFC 6749 §5.2; only for a recorded, terminal answer: clients sign in anew on it.</summary>
    public const string InvalidGrant = "invalid_grant";

    /// <summary>RFC 6749 §5.2.</summary>
    public const string UnsupportedGrantType = "unsupported_grant_type";

    /// <summary>RFC 6749 §4.1.2.1.</summary>
    public const string UnsupportedResponseType = "unsupported_response_type";

    /// <summary>RFC 6749 §4.1.2.1: the person or a policy said no.</summary>
    public const string AccessDenied = "access_denied";

    /// <summary>RFC 6749 §4.1.2.1: try again, nothing is lost.</summary>
    public const string TemporarilyUnavailable = "temporarily_unavailable";

    /// <summary>RFC 8707 §2: not a resource of this server.</summary>
    public const string InvalidTarget = "invalid_target";

    /// <summary>RFC 7591 §3.2.2.</summary>
    public const string InvalidRedirectUri = "invalid_redirect_uri";

    /// <summary>RFC 7591 §3.2.2.</summary>
    public const string InvalidClientMetadata = "invalid_client_metadata";

    /// <summary>RFC 6750 §3.1.</summary>
    public const string InvalidToken = "invalid_token";

    /// <summary>OpenID Connect Core §3.1.2.6: `prompt=none` and a page would have to be shown.</summary>
    public const string InteractionRequired = "interaction_required";

    /// <summary>OpenID Connect Core §3.1.2.6: `prompt=none` and nobody is signed in.</summary>
    public const string LoginRequired = "login_required";

    /// <summary>OpenID Connect Core §3.1.2.6: request objects are not read here.</summary>
    public const string RequestNotSupported = "request_not_supported";

    /// <summary>RFC 8628 §3.5: the person has not decided yet; ask again after the interval.</summary>
    public const string AuthorizationPending = "authorization_pending";

    /// <summary>RFC 8628 §3.5: as before, and the interval is five seconds longer from now on.</summary>
    public const string SlowDown = "slow_down";

    /// <summary>RFC 8628 §3.5: the device code is over; begin anew.</summary>
    public const string ExpiredToken = "expired_token";

    /// <summary>RFC 6750 §3.1, answered with 403: the person did not grant what the request needs.</summary>
    public const string InsufficientScope = "insufficient_scope";
}
