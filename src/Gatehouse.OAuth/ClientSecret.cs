using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.OAuth;

/// <summary>RFC 6749 §2.3.1: what a confidential client shows at the token endpoint.</summary>
public readonly record struct ClientSecret
{
    private readonly string text;

    private ClientSecret(string text) => this.text = text;

    /// <summary>The hash that is kept in its place.</summary>
    public TokenHash Hash => TokenHash.Of(text);

    /// <summary>Takes a secret from configuration, a derivation or a request.</summary>
    public static ClientSecret From(string text) => new(text);

    /// <summary>Compares in constant time.</summary>
    public bool Matches(TokenHash expected) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Hash.Value),
            Encoding.ASCII.GetBytes(expected.Value)
        );

    /// <summary>The secret itself, for the one message that carries it.</summary>
    public string Reveal() => text;

    /// <summary>Never the secret.</summary>
    public override string ToString() => "***";
}
