using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>OpenID Connect Core 1.0 §3.1.3.8: where the ID token names its access token (<c>at_hash</c>), it is the one that came with it.</summary>
internal static class AccessTokenHashRule
{
    public static IdTokenRefusal? Check(SignedJwt token, IdTokenExpectation expected) =>
        !token.Payload.TryGetProperty("at_hash", out _)
        || expected.AccessToken is null
        || token.Claim("at_hash") == Hash(expected.AccessToken, token.Algorithm)
            ? null
            : new IdTokenRefusal("The ID token belongs to another access token than the one it came with (at_hash).");

    /// <summary>The left half of the digest the token's own algorithm uses.</summary>
    private static string? Hash(string accessToken, string? algorithm)
    {
        var text = Encoding.ASCII.GetBytes(accessToken);
        var digest = algorithm?[^3..] switch
        {
            "256" => SHA256.HashData(text),
            "384" => SHA384.HashData(text),
            "512" => SHA512.HashData(text),
            _ => null,
        };
        return digest is null ? null : Base64Url.EncodeToString(digest.AsSpan(0, digest.Length / 2));
    }
}
