using System.Text.Json;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>What the vault keeps of a person's upstream tokens.</summary>
/// <param name="AccessToken">The one the provider gave last.</param>
/// <param name="ExpiresAt">When it ends; null when the provider did not say.</param>
/// <param name="RefreshToken">What gets the next one; null when the provider gave none.</param>
/// <param name="Scopes">What it is good for; as asked when the provider did not say.</param>
internal sealed record ProviderCredential(
    string AccessToken,
    DateTimeOffset? ExpiresAt,
    string? RefreshToken,
    IReadOnlyList<string> Scopes
)
{
    /// <summary>Reads what <see cref="ToBytes"/> wrote; null for anything else.</summary>
    public static ProviderCredential? Parse(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, ProvidersJson.Default.ProviderCredential);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ProvidersJson.Default.ProviderCredential);

    /// <inheritdoc/>
    public override string ToString() => $"ProviderCredential {ExpiresAt:O} ***";
}
