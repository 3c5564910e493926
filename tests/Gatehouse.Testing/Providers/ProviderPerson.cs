namespace Gatehouse.Testing.Providers;

/// <summary>Somebody with an account at the provider.</summary>
/// <param name="Subject">Identifies them for ever.</param>
/// <param name="UserName">They sign in by it.</param>
/// <param name="Name">Their name for people.</param>
/// <param name="Email">Their address.</param>
public sealed record ProviderPerson(string Subject, string UserName, string Name, string Email)
{
    /// <summary>Has the same user name as alice of the demo cloud.</summary>
    public static ProviderPerson Alice { get; } =
        new("248289761001", "alice", "Alice", "alice@example.test") { Groups = ["team"], Roles = ["Reader"] };

    /// <summary>Has the same user name as bob of the demo cloud.</summary>
    public static ProviderPerson Bob { get; } =
        new("248289761002", "bob", "Bob", "bob@example.test") { Groups = ["others"] };

    /// <summary>Whether <see cref="Email"/> was proved.</summary>
    public bool EmailVerified { get; init; } = true;

    /// <summary>Groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Roles.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Organisations, where an API lists them.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>Tenant or hosted domain; null for the provider's own.</summary>
    public string? Tenant { get; init; }

    /// <summary>They are in too many groups for a token (Entra's overage).</summary>
    public bool HasTooManyGroups { get; init; }

    /// <summary>Claims put over those of the provider, in ID token and account; JSON.</summary>
    public string More { get; init; } = "{}";
}
