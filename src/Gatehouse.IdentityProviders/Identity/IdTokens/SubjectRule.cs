namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>OpenID Connect Core 1.0 §2: about somebody, and not about more than 255 characters.</summary>
internal static class SubjectRule
{
    private const int LongestSubject = 255;

    public static IdTokenRefusal? Check(SignedJwt token, IdTokenExpectation expected) =>
        token.Claim("sub") is { Length: > 0 and <= LongestSubject }
            ? null
            : new IdTokenRefusal("The ID token does not say about whom it is (sub).");
}
