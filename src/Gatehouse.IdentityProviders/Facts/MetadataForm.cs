namespace Gatehouse.IdentityProviders.Facts;

/// <summary>Where a provider's metadata is.</summary>
public enum MetadataForm
{
    /// <summary>OpenID Connect Discovery 1.0 §4: <c>{issuer}/.well-known/openid-configuration</c>.</summary>
    OpenIdAppended,

    /// <summary>RFC 8414 §3.1: <c>/.well-known/oauth-authorization-server</c> between host and path.</summary>
    OAuthInserted,

    /// <summary>Against RFC 8414, and found: <c>{issuer}/.well-known/oauth-authorization-server</c>.</summary>
    OAuthAppended,

    /// <summary>Nextcloud's app <c>oidc</c> without a rewrite rule: <c>{issuer}/index.php/apps/oidc/openid-configuration</c>.</summary>
    NextcloudApp,
}
