namespace Gatehouse.IdentityProviders.Facts;

/// <summary>A setting only some providers have.</summary>
/// <param name="Name">Its key, such as <c>appIdUri</c>.</param>
/// <param name="Meaning">What to write there and where to find it.</param>
/// <param name="IsRequired">Whether nothing works without it.</param>
/// <param name="Default">What holds when it is not written; null when there is nothing then.</param>
public sealed record ProviderSetting(string Name, string Meaning, bool IsRequired = false, string? Default = null);
