namespace Gatehouse.IdentityProviders.Facts;

/// <summary>The scopes of a provider.</summary>
public sealed record ScopeFacts
{
    /// <summary>Asked for at every sign-in.</summary>
    public IReadOnlyList<string> SignIn { get; init; } = ["openid", "profile", "email"];

    /// <summary>It has none: what was registered there decides, and scopes of the operator are a configuration error.</summary>
    public bool HasNone { get; init; }

    /// <summary>Asked for when a refresh token is wanted, unless the metadata lists scopes without it; null when none must be named for it.</summary>
    public string? Offline { get; init; } = "offline_access";

    /// <summary>Put before the operator's scopes that are no address and none of <see cref="SignIn"/>; a template such as <c>{appIdUri}/</c>.</summary>
    public string? Prefix { get; init; }

    /// <summary>The only ones it knows; empty when there is no such list. Others are a configuration error.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Added when the operator asks for scopes of their own; templates.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];

    /// <summary>Between scopes in a request.</summary>
    public char Separator { get; init; } = ' ';
}
