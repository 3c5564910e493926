namespace Gatehouse.IdentityProviders.Facts;

/// <summary>How an access token is verified.</summary>
public enum AccessTokenForm
{
    /// <summary>RFC 9068 or alike: a signature.</summary>
    Jwt,

    /// <summary>RFC 7662: the provider is asked.</summary>
    Introspection,

    /// <summary>Only the provider itself can say anything of them.</summary>
    Opaque,
}
