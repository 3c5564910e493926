namespace Gatehouse.Testing.Providers;

/// <summary>What of a provider a request reached.</summary>
public enum ProviderEndpoint
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Metadata, in any of its forms.</summary>
    Metadata,

    /// <summary>Keys.</summary>
    Keys,

    /// <summary>The authorization endpoint and its page.</summary>
    Authorize,

    /// <summary>The token endpoint.</summary>
    Token,

    /// <summary>Userinfo or account API.</summary>
    Account,

    /// <summary>Introspection.</summary>
    Introspection,

    /// <summary>Revocation.</summary>
    Revocation,

    /// <summary>Dynamic registration.</summary>
    Registration,

    /// <summary>Device authorization.</summary>
    Device,

    /// <summary>One no other provider has.</summary>
    Other,
}
