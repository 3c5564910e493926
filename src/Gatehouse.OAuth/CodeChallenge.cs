using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.OAuth;

/// <summary>RFC 7636 §4.2: the S256 challenge; <c>plain</c> does not exist here.</summary>
public readonly record struct CodeChallenge
{
    private CodeChallenge(string value) => Value = value;

    /// <summary>43 characters of base64url.</summary>
    public string Value { get; }

    /// <summary>RFC 7636 §4.6, compared in constant time.</summary>
    public bool IsAnsweredBy(CodeVerifier verifier) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Value),
            Encoding.ASCII.GetBytes(verifier.Challenge.Value)
        );

    /// <summary>Reads <c>code_challenge</c> and <c>code_challenge_method</c> of an authorization request.</summary>
    public static Result<CodeChallenge> Parse(string? challenge, string? method)
    {
        if (challenge is null)
        {
            return Fail(
                "code_challenge is missing; every sign-in here uses PKCE with S256 (RFC 7636). Update the client."
            );
        }

        if (method != "S256")
        {
            return Fail("code_challenge_method must be S256 (RFC 7636 section 4.2).");
        }

        return challenge.Length == 43 && challenge.All(IsBase64Url)
            ? new CodeChallenge(challenge)
            : Fail("code_challenge must be the base64url of a SHA-256 hash: 43 characters.");
    }

    /// <summary>The challenge of a hash.</summary>
    public static CodeChallenge FromHash(ReadOnlySpan<byte> sha256) => new(Base64Url.EncodeToString(sha256));

    /// <inheritdoc/>
    public override string ToString() => Value;

    // Base64Url.IsValid would take blanks and padding too.
    private static bool IsBase64Url(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    private static OAuthError Fail(string description) => new(OAuthErrorCodes.InvalidRequest, description);
}
