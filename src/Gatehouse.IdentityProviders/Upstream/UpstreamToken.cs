namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>A token to act as the person with at the server behind. Never the one the client came with.</summary>
public readonly record struct UpstreamToken
{
    private readonly string value;

    internal UpstreamToken(string value) => this.value = value;

    /// <summary>The token itself, for the one request that carries it.</summary>
    public string Reveal() => value;

    /// <summary>Never the token.</summary>
    public override string ToString() => "***";
}
