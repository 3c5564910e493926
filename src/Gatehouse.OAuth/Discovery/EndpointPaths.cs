namespace Gatehouse.OAuth.Discovery;

/// <summary>Where the endpoints are, below the issuer. Clients of revision 2025-03-26 know the first three by heart.</summary>
public static class EndpointPaths
{
    /// <summary>RFC 6749 §3.1.</summary>
    public const string Authorize = "/authorize";

    /// <summary>RFC 6749 §3.2.</summary>
    public const string Token = "/token";

    /// <summary>RFC 7591 §3.</summary>
    public const string Register = "/register";

    /// <summary>RFC 7009 §2.</summary>
    public const string Revoke = "/revoke";

    /// <summary>RFC 8628 §3.1.</summary>
    public const string DeviceAuthorization = "/device_authorization";

    /// <summary>RFC 7517 §5.</summary>
    public const string Jwks = "/.well-known/jwks.json";

    /// <summary>RFC 8414 §3.</summary>
    public const string AuthorizationServer = "/.well-known/oauth-authorization-server";

    /// <summary>OpenID Connect Discovery §4.</summary>
    public const string OpenIdConfiguration = "/.well-known/openid-configuration";

    /// <summary>RFC 9728 §3; the path of the resource is appended, and the bare form answers too.</summary>
    public const string ProtectedResource = "/.well-known/oauth-protected-resource";
}
