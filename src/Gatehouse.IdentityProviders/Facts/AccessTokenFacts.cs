namespace Gatehouse.IdentityProviders.Facts;

/// <summary>What the access tokens of a provider prove to a resource server.</summary>
public sealed record AccessTokenFacts
{
    /// <summary>How they are verified.</summary>
    public AccessTokenForm Form { get; init; }

    /// <summary>Issuers they may name, beside the configured one; templates, with claims of the token.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>One of these must be in <c>aud</c>, beside what the operator names; templates.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Claims that must have these values, where they prove for whom the token is in place of <c>aud</c>; templates.</summary>
    public IReadOnlyDictionary<string, string> Required { get; init; } = new Dictionary<string, string>();

    /// <summary>The claims that name the person, where they are others than in ID tokens (<see cref="IdentityFacts.Subject"/>) for the same value; null when they are not.</summary>
    public IReadOnlyList<string>? Subject { get; init; }

    /// <summary>Claims that hold scopes.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["scope", "scp"];

    /// <summary>Claims that name the client, the first that is there.</summary>
    public IReadOnlyList<string> Client { get; init; } = ["client_id", "azp"];

    /// <summary>Why they prove nothing, in words for the operator; null when they do.</summary>
    public string? Unprovable { get; init; }
}
