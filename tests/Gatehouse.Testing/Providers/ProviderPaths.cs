namespace Gatehouse.Testing.Providers;

/// <summary>Where a provider's endpoints are, below its host. <c>{tenant}</c> stands for any one segment.</summary>
public sealed record ProviderPaths
{
    /// <summary>The authorization endpoint.</summary>
    public string Authorize { get; init; } = "/authorize";

    /// <summary>The token endpoint.</summary>
    public string Token { get; init; } = "/token";

    /// <summary>The keys; null where there are none.</summary>
    public string? Keys { get; init; } = "/keys";

    /// <summary>The userinfo endpoint or account API; null where there is none.</summary>
    public string? Account { get; init; } = "/userinfo";

    /// <summary>RFC 7662; null where there is none.</summary>
    public string? Introspect { get; init; } = "/introspect";

    /// <summary>RFC 7009; null where there is none.</summary>
    public string? Revoke { get; init; } = "/revoke";

    /// <summary>RFC 7591; null where there is none.</summary>
    public string? Register { get; init; }

    /// <summary>RFC 8628; null where there is none.</summary>
    public string? Device { get; init; }

    /// <summary>RP-initiated logout; null where there is none. Advertised only.</summary>
    public string? EndSession { get; init; }
}
