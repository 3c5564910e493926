using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>OpenID Connect Core 1.0 §3.1.3.7, 11: made for the very request that was sent. Always asked for, so always there.</summary>
internal static class NonceRule
{
    public static IdTokenRefusal? Check(SignedJwt token, IdTokenExpectation expected) =>
        token.Claim("nonce") switch
        {
            null => new IdTokenRefusal("The ID token has no nonce, though the request had one."),
            var nonce when IsSame(nonce, expected.Nonce) => null,
            _ => new IdTokenRefusal("The ID token was made for another sign-in (nonce)."),
        };

    private static bool IsSame(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
