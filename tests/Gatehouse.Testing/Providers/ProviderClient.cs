namespace Gatehouse.Testing.Providers;

/// <summary>A client a provider knows.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Secret">Its secret.</param>
public sealed record ProviderClient(string Id, string Secret)
{
    /// <summary>It was known once.</summary>
    public bool IsExpired { get; init; }
}
