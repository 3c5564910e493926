namespace Gatehouse.IdentityProviders.Tokens;

/// <summary>Something of a provider that must not be seen: a client secret, a token.</summary>
internal readonly record struct ProviderSecret
{
    private readonly string text;

    private ProviderSecret(string text) => this.text = text;

    /// <summary>Takes one from configuration, an answer or the vault.</summary>
    public static ProviderSecret From(string text) => new(text);

    /// <summary>The secret itself, for the one message that carries it.</summary>
    public string Reveal() => text;

    /// <summary>Never the secret.</summary>
    public override string ToString() => "***";
}
