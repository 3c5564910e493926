using System.Globalization;
using System.Text.Json;
using Gatehouse.IdentityProviders.Discovery;

namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>RFC 7517: the keys are there, and they are public ones.</summary>
internal sealed class KeysCheck : IProviderCheck
{
    private const string Name = "keys";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        if (evidence.Keys is not { } look)
        {
            yield break;
        }

        if (
            look.Document is not { } document
            || !document.TryGetProperty("keys", out var keys)
            || keys.ValueKind != JsonValueKind.Array
        )
        {
            yield return new Finding(
                Name,
                FindingLevel.Problem,
                look.Document is null ? $"{look.Address} {look.Result}." : $"{look.Address} answered with no keys."
            )
            {
                Fix = "See that this computer reaches that address too, and that the provider has a signing key.",
            };
            yield break;
        }

        var kinds = keys.EnumerateArray().Select(Kind).ToList();
        var useful = kinds.Count(kind => kind is "RSA" or "EC");
        yield return useful > 0
            ? new Finding(
                Name,
                FindingLevel.Good,
                string.Create(CultureInfo.InvariantCulture, $"Public keys at {look.Address}: {useful}.")
            )
            : new Finding(Name, FindingLevel.Problem, $"There is no public key at {look.Address}.")
            {
                Fix = "Give the provider an asymmetric signing key (RS256 or ES256).",
            };
        if (kinds.Contains("oct"))
        {
            yield return new Finding(
                Name,
                FindingLevel.Problem,
                "It publishes a secret key, which everybody can sign with now."
            )
            {
                Fix = "Take the key away at the provider; use RS256 or ES256.",
            };
        }
    }

    private static string? Kind(JsonElement key) =>
        key.ValueKind == JsonValueKind.Object
        && key.TryGetProperty("kty", out var kind)
        && kind.ValueKind == JsonValueKind.String
            ? DocumentMembers.TextOf(kind)
            : null;
}
