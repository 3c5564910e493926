using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Known;

namespace Gatehouse.IdentityProviders;

/// <summary>The registry of providers known by name.</summary>
public static class KnownProviders
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IdentityProviderFacts> All { get; } = [GenericOpenIdConnect.Facts];
}
