namespace Gatehouse.Testing.Providers.Tokens;

/// <summary>What a person granted at a provider; every code and token stands for one.</summary>
public sealed class ProviderGrant
{
    /// <summary>Who.</summary>
    public required ProviderPerson Person { get; init; }

    /// <summary>To which client.</summary>
    public required string ClientId { get; init; }

    /// <summary>In which tenant.</summary>
    public required string Tenant { get; init; }

    /// <summary>The scopes.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When the person signed in, seconds since 1970.</summary>
    public required long AuthenticatedAt { get; init; }

    /// <summary>What its tokens are bound to by the request; null for the provider's usual.</summary>
    public string? Audience { get; init; }

    /// <summary>Whether it has refresh tokens.</summary>
    public bool IsOffline { get; init; }

    /// <summary>The address the code went to.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>The nonce of the request.</summary>
    public string? Nonce { get; init; }

    /// <summary>The code challenge.</summary>
    public string? Challenge { get; init; }

    /// <summary>It came by an exchange, on behalf of a person who signed in elsewhere.</summary>
    public bool IsExchanged { get; init; }

    /// <summary>Over: nothing that stands for it is good any more.</summary>
    public bool IsDead { get; set; }
}
