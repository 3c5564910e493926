namespace Gatehouse.IdentityProviders.Facts;

/// <summary>Who the person is, and how a provider tells.</summary>
public sealed record IdentityFacts
{
    /// <summary>The claims that together name the person for ever; with dots for members of members (<c>ocs.data.id</c>). Never an e-mail address.</summary>
    public IReadOnlyList<string> Subject { get; init; } = ["sub"];

    /// <summary>The claims to call the person by, the first that is there.</summary>
    public IReadOnlyList<string> DisplayName { get; init; } = ["name", "preferred_username", "email"];

    /// <summary>
    /// The claims to look for a user name in, the first that is there: only those whose value the organisation gives, or whose owner the provider proved.
    /// None where people choose it themselves, or where nobody knows: an account must not be linked because its owner's name was chosen.
    /// </summary>
    public IReadOnlyList<string> UserName { get; init; } = [];

    /// <summary>The e-mail address.</summary>
    public string Email { get; init; } = "email";

    /// <summary>Says whether <see cref="Email"/> was proved; null where the provider vouches for it without saying so.</summary>
    public string? EmailVerified { get; init; } = "email_verified";

    /// <summary>The tenant or hosted domain; null when there is none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The organisation; null when there is none.</summary>
    public string? Organization { get; init; }

    /// <summary>The groups.</summary>
    public string Groups { get; init; } = "groups";

    /// <summary>The roles; null when there are none.</summary>
    public string? Roles { get; init; } = "roles";

    /// <summary>Asks the userinfo endpoint beside the ID token, because the token alone says too little.</summary>
    public bool AsksUserInfo { get; init; }

    /// <summary>Headers the account API wants.</summary>
    public IReadOnlyDictionary<string, string> AccountHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>An API that lists the person's organisations, and the member of each entry that names it; null when there is none.</summary>
    public OrganizationsApi? Organizations { get; init; }
}
