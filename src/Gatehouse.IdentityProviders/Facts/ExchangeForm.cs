namespace Gatehouse.IdentityProviders.Facts;

/// <summary>How a person's token is exchanged for one of another resource.</summary>
public enum ExchangeForm
{
    /// <summary>There is no way.</summary>
    None,

    /// <summary>RFC 8693.</summary>
    TokenExchange,

    /// <summary>Microsoft's on-behalf-of: RFC 7523 with <c>requested_token_use=on_behalf_of</c>.</summary>
    OnBehalfOf,
}
