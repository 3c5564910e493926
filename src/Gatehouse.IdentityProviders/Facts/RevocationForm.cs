namespace Gatehouse.IdentityProviders.Facts;

/// <summary>How what a provider gave is taken back.</summary>
public enum RevocationForm
{
    /// <summary>RFC 7009, where the metadata names an endpoint.</summary>
    AsAdvertised,

    /// <summary>RFC 7009, for refresh tokens only.</summary>
    RefreshTokensOnly,

    /// <summary>GitHub: <c>DELETE /applications/{clientId}/token</c>.</summary>
    GitHub,

    /// <summary>There is no way.</summary>
    None,
}
