namespace Gatehouse.OAuth;

/// <summary>RFC 6749 §4.1.2: the code, single use, short-lived.</summary>
public readonly record struct AuthorizationCode
{
    private readonly string text;

    private AuthorizationCode(string text) => this.text = text;

    /// <summary>The hash that is stored in its place.</summary>
    public TokenHash Hash => TokenHash.Of(text);

    /// <summary>A fresh one of 256 random bits.</summary>
    public static AuthorizationCode New() => new(RandomText.New());

    /// <summary>Takes what a client sent; any text is possible, only a stored hash makes it real.</summary>
    public static AuthorizationCode From(string text) => new(text);

    /// <summary>The secret itself, for the one message that carries it.</summary>
    public string Reveal() => text;

    /// <summary>Never the secret.</summary>
    public override string ToString() => "***";
}
