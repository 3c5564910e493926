using System.Text.Json;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>
/// OpenID Connect Core 1.0 §3.1.3.7, 3 to 5: made for us, and asked for by us. A token for another application of the same provider is how
/// that application would sign in here as whoever uses it.
/// </summary>
internal static class AudienceRule
{
    public static IdTokenRefusal? Check(SignedJwt token, IdTokenExpectation expected)
    {
        var audiences = Read(token);
        var party = token.Payload.TryGetProperty("azp", out var azp) ? Claims.TextOf(azp) ?? "" : null;
        if (!audiences.Contains(expected.ClientId))
        {
            return new IdTokenRefusal("The ID token was made for another client (aud).");
        }

        return (audiences.Count, party) switch
        {
            (> 1, null) => new IdTokenRefusal(
                "The ID token was made for several clients and does not say for whom it was asked (azp)."
            ),
            (_, null) => null,
            _ when party == expected.ClientId => null,
            _ => new IdTokenRefusal("The ID token was asked for by another client (azp)."),
        };
    }

    private static IReadOnlyList<string> Read(SignedJwt token) =>
        token.Payload.TryGetProperty("aud", out var audience)
            ? audience.ValueKind switch
            {
                JsonValueKind.String => [Claims.TextOf(audience) ?? ""],

                // What is no text counts as an audience too, though as nobody.
                JsonValueKind.Array => [.. audience.EnumerateArray().Select(entry => Claims.TextOf(entry) ?? "")],
                _ => [],
            }
            : [];
}
