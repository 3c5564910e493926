using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>
/// OpenID Connect Core 1.0 §3.1.3.7, 6 to 8, and RFC 8725 §3.1, §3.2: signed, and by a private key. Never <c>none</c>. Never an HMAC: its secret would be
/// our client secret at best, and at worst the provider's public key, which everybody has.
/// </summary>
internal static class AlgorithmRule
{
    /// <summary>The algorithms that are verified.</summary>
    public static IReadOnlyList<string> Algorithms { get; } =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    public static IdTokenRefusal? Check(SignedJwt token, IdTokenExpectation expected)
    {
        if (token.Header.TryGetProperty("crit", out _))
        {
            return new IdTokenRefusal("The ID token demands an extension of JOSE (crit) that is not known here.");
        }

        return token.Algorithm switch
        {
            { } algorithm when Algorithms.Contains(algorithm) => null,
            "HS256" or "HS384" or "HS512" => new IdTokenRefusal(
                $"The ID token is signed with {token.Algorithm}, a secret both sides know. That proves nothing: the key could be one that everybody can read.",
                "Give the application a signing key at the provider (RS256 or ES256). In authentik: the provider's Signing Key must not be empty."
            ),
            null or "none" or "None" or "NONE" or "nOnE" => new IdTokenRefusal(
                "The ID token is not signed.",
                "Let the provider sign ID tokens for this application with RS256 or ES256."
            ),
            _ => new IdTokenRefusal(
                "The ID token is signed with an algorithm that is not accepted here.",
                $"Let the provider sign ID tokens for this application with one of {string.Join(", ", Algorithms)}."
            ),
        };
    }
}
