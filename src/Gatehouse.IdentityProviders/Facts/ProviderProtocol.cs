namespace Gatehouse.IdentityProviders.Facts;

/// <summary>How a provider is spoken to.</summary>
public enum ProviderProtocol
{
    /// <summary>OpenID Connect: an ID token says who the person is.</summary>
    OpenIdConnect,

    /// <summary>OAuth 2.0 only: an API says who the person is.</summary>
    OAuth,

    /// <summary>Nextcloud's Login Flow v2; no registration anywhere.</summary>
    NextcloudLoginFlow,
}
