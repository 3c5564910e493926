using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.OAuth;

/// <summary>RFC 6749 §2.3.1: what a confidential client shows at the token endpoint.</summary>
public readonly record struct ClientSecret
{
    private readonly string text;

    private ClientSecret(string text) => this.text = text;

    /// <summary>Takes a secret from configuration, a derivation or a request.</summary>
    public static ClientSecret From(string text) => new(text);

    /// <summary>Compares in constant time.</summary>
    public bool Matches(ClientSecret other) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(text)),
            SHA256.HashData(Encoding.UTF8.GetBytes(other.text))
        );

    /// <summary>The secret itself, for the one message that carries it.</summary>
    public string Reveal() => text;

    /// <summary>Never the secret.</summary>
    public override string ToString() => "***";
}
