namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>
/// RFC 8725 §3.11, RFC 9068 §4: a token that says it is something else (an access token, a logout token) is no ID token,
/// though its issuer, audience and signature are right.
/// </summary>
internal static class TypeRule
{
    public static IdTokenRefusal? Check(SignedJwt token, IdTokenExpectation expected) =>
        !token.Header.TryGetProperty("typ", out var type)
        || string.Equals(Claims.TextOf(type), "JWT", StringComparison.OrdinalIgnoreCase)
            ? null
            : new IdTokenRefusal("The header of the ID token says that it is another kind of token (typ).");
}
