namespace Gatehouse.Testing.Providers;

/// <summary>How a provider exchanges tokens.</summary>
public enum ExchangeRule
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>RFC 8693.</summary>
    TokenExchange,

    /// <summary>Microsoft's on-behalf-of.</summary>
    OnBehalfOf,
}
