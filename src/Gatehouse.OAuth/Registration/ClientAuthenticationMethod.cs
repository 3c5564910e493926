namespace Gatehouse.OAuth.Registration;

/// <summary>RFC 7591 §2 <c>token_endpoint_auth_method</c>: the ways a client shows who it is at the token endpoint.</summary>
public static class ClientAuthenticationMethod
{
    /// <summary>A public client: PKCE proves that code and client belong together.</summary>
    public const string None = "none";

    /// <summary>RFC 6749 §2.3.1, HTTP Basic.</summary>
    public const string ClientSecretBasic = "client_secret_basic";

    /// <summary>RFC 6749 §2.3.1, in the body.</summary>
    public const string ClientSecretPost = "client_secret_post";

    /// <summary>RFC 7523, OpenID Connect Core §9: a signature, by keys that the client publishes.</summary>
    public const string PrivateKeyJwt = "private_key_jwt";

    /// <summary>Those a client can register for.</summary>
    public static IReadOnlyList<string> Supported { get; } = [None, ClientSecretBasic, ClientSecretPost];
}
