using System.Security.Cryptography;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>
/// The name of one attempt to sign in, and the support id that pages show: ten letters and digits that cannot be confused
/// when read aloud, such as <c>7K3FM-9QXTB</c>. Not a secret; what it names is bound to a browser by cookie.
/// </summary>
public readonly record struct TransactionId
{
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";

    private TransactionId(string value) => Value = value;

    /// <summary>Eleven characters with the dash.</summary>
    public string Value { get; }

    /// <summary>A fresh one of 48 random bits.</summary>
    public static TransactionId New() => new(RandomNumberGenerator.GetString(Alphabet, 10).Insert(5, "-"));

    /// <summary>Reads one from an address; false for anything that is not of the form.</summary>
    public static bool TryParse(string? text, out TransactionId id)
    {
        var valid =
            text is { Length: 11 }
            && text[5] == '-'
            && text.All(c => c == '-' || Alphabet.Contains(c, StringComparison.Ordinal));
        id = valid ? new TransactionId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
