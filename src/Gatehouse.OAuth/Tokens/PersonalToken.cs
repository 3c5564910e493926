using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.OAuth.Tokens;

/// <summary>
/// A token a person made for a client that can only send a header: <c>gth_</c>, 36 random letters and digits, and 6 that are a checksum over what
/// stands before them. Scanners for leaked secrets recognise it, and a mistyped one is refused without a look into the store.
/// </summary>
public readonly record struct PersonalToken
{
    /// <summary>How every one begins.</summary>
    public const string Prefix = "gth_";

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RandomLength = 36;
    private const int ChecksumLength = 6;
    private const int Length = 4 + RandomLength + ChecksumLength;

    private readonly string text;

    private PersonalToken(string text) => this.text = text;

    /// <summary>The hash that is stored in its place.</summary>
    public TokenHash Hash => TokenHash.Of(text);

    /// <summary>A fresh one of 214 random bits.</summary>
    public static PersonalToken New()
    {
        var start = Prefix + RandomNumberGenerator.GetString(Alphabet, RandomLength);
        return new PersonalToken(start + Checksum(start));
    }

    /// <summary>Takes what a client sent; false for anything that cannot be one. Only a stored hash makes it real.</summary>
    public static bool TryParse(string text, out PersonalToken token)
    {
        var valid =
            text.Length == Length
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text[Prefix.Length..].All(char.IsAsciiLetterOrDigit)
            && text.EndsWith(Checksum(text[..^ChecksumLength]), StringComparison.Ordinal);
        token = valid ? new PersonalToken(text) : default;
        return valid;
    }

    /// <summary>The secret itself, for the one page that shows it.</summary>
    public string Reveal() => text;

    /// <summary>Never the secret.</summary>
    public override string ToString() => "***";

    // The first 32 bits of SHA-256, as a number of base 62.
    private static string Checksum(string start)
    {
        var number = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(start)));
        return string.Create(
            ChecksumLength,
            number,
            static (digits, rest) =>
            {
                for (var i = digits.Length - 1; i >= 0; i--)
                {
                    digits[i] = Alphabet[(int)(rest % (uint)Alphabet.Length)];
                    rest /= (uint)Alphabet.Length;
                }
            }
        );
    }
}
