using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.OAuth;

/// <summary>RFC 7636 §4.1: 43 to 128 unreserved characters that only the client which began the sign-in knows.</summary>
public readonly record struct CodeVerifier
{
    private readonly string text;

    private CodeVerifier(string text) => this.text = text;

    /// <summary>RFC 7636 §4.2: BASE64URL(SHA256(ASCII(verifier))).</summary>
    public CodeChallenge Challenge => CodeChallenge.FromHash(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    /// <summary>A fresh one of 256 random bits.</summary>
    public static CodeVerifier New() => new(RandomText.New());

    /// <summary>Reads what a client sent.</summary>
    public static Result<CodeVerifier> Parse(string? text)
    {
        if (text is null)
        {
            return new OAuthError(
                OAuthErrorCodes.InvalidRequest,
                "code_verifier is missing; every sign-in here uses PKCE (RFC 7636)."
            );
        }

        return text.Length is >= 43 and <= 128 && text.All(IsUnreserved)
            ? new CodeVerifier(text)
            : new OAuthError(
                OAuthErrorCodes.InvalidGrant,
                "code_verifier must be 43 to 128 unreserved characters (RFC 7636 section 4.1)."
            );
    }

    /// <summary>The secret itself, for the request that carries it.</summary>
    public string Reveal() => text;

    /// <summary>Never the secret.</summary>
    public override string ToString() => "***";

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
