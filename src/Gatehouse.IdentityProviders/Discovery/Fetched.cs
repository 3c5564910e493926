using Gatehouse.IdentityProviders.Errors;

namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>What one fetch gave.</summary>
/// <param name="Result">The value, or why there is none.</param>
/// <param name="Lifetime">How long the provider lets it be kept; null when it does not say.</param>
internal sealed record Fetched<T>(ProviderResult<T> Result, TimeSpan? Lifetime)
    where T : class;
