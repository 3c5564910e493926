using System.Security.Cryptography;

namespace Gatehouse.OAuth.Device;

/// <summary>
/// RFC 8628 §6.1: what the person types, such as <c>WDJB-MJHT</c>: eight of twenty letters, no vowels, so that no word and no digit can be
/// read into it. 34 bits; guesses are counted.
/// </summary>
public readonly record struct UserCode
{
    private const string Alphabet = "BCDFGHJKLMNPQRSTVWXZ";
    private const int Letters = 8;
    private const int LongestText = 40;

    private UserCode(string value) => Value = value;

    /// <summary>With its dash.</summary>
    public string Value { get; }

    /// <summary>The hash that is stored in its place.</summary>
    public TokenHash Hash => TokenHash.Of(Value);

    /// <summary>A fresh one.</summary>
    public static UserCode New() => Of(RandomNumberGenerator.GetString(Alphabet, Letters));

    /// <summary>Reads what a person typed: any case, with or without dash and blanks.</summary>
    public static bool TryParse(string? text, out UserCode code)
    {
        var letters = text is { Length: <= LongestText }
            ? new string([.. text.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)])
            : "";
        var valid = letters.Length == Letters && letters.All(c => Alphabet.Contains(c, StringComparison.Ordinal));
        code = valid ? Of(letters) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => "***";

    private static UserCode Of(string letters) => new(letters.Insert(Letters / 2, "-"));
}
