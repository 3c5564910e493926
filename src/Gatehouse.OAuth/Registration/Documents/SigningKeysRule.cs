using System.Text.Json;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.OAuth.Registration.Documents;

/// <summary>RFC 7591 §2: a client that signs says with which keys, by value or by an https address, not both.</summary>
internal static class SigningKeysRule
{
    public static OAuthError? Refuses(ClientMetadataDocument document) =>
        document.TokenEndpointAuthMethod != ClientAuthenticationMethod.PrivateKeyJwt ? null
        : document.Jwks is null == document.JwksUri is null
            ? DocumentError.Of("private_key_jwt needs either jwks or jwks_uri")
        : document.Jwks is { ValueKind: not JsonValueKind.Object }
            ? DocumentError.Of("jwks must be a set of keys (RFC 7517)")
        : document.JwksUri is { } uri && !IsHttps(uri) ? DocumentError.Of("jwks_uri must be an https address")
        : document.TokenEndpointAuthSigningAlg is { } algorithm && !ClientAssertion.Algorithms.Contains(algorithm)
            ? DocumentError.Of(
                $"token_endpoint_auth_signing_alg must be one of {string.Join(", ", ClientAssertion.Algorithms)}"
            )
        : null;

    private static bool IsHttps(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal)
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0;
}
