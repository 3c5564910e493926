namespace Gatehouse.OAuth;

/// <summary>RFC 6749 §1.5: opaque, rotated at every use, stored as a hash.</summary>
public readonly record struct RefreshToken
{
    private readonly string text;

    private RefreshToken(string text) => this.text = text;

    /// <summary>The hash that is stored in its place.</summary>
    public TokenHash Hash => TokenHash.Of(text);

    /// <summary>A fresh one of 256 random bits.</summary>
    public static RefreshToken New() => new(RandomText.New());

    /// <summary>Takes what a client sent; any text is possible, only a stored hash makes it real.</summary>
    public static RefreshToken From(string text) => new(text);

    /// <summary>The secret itself, for the one message that carries it.</summary>
    public string Reveal() => text;

    /// <summary>Never the secret.</summary>
    public override string ToString() => "***";
}
