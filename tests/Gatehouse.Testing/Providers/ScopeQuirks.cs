namespace Gatehouse.Testing.Providers;

/// <summary>The scopes of a provider.</summary>
public sealed record ScopeQuirks
{
    /// <summary>The only ones it knows, templates; null when it takes all.</summary>
    public IReadOnlyList<string>? Known { get; init; }

    /// <summary>An unknown one is refused; dropped otherwise.</summary>
    public bool RefusesUnknown { get; init; } = true;

    /// <summary>Listed in its metadata.</summary>
    public IReadOnlyList<string> Advertised { get; init; } = ["openid", "profile", "email", "offline_access"];

    /// <summary>Must be asked for; null when nothing must.</summary>
    public string? Required { get; init; }

    /// <summary>Brings a refresh token; null when one always comes or something else brings it.</summary>
    public string? Offline { get; init; } = "offline_access";

    /// <summary>Decides by the request whether a refresh token comes, where no scope does.</summary>
    public Func<ProviderCall, bool>? IsOffline { get; init; }

    /// <summary>Scopes never named in an answer.</summary>
    public IReadOnlyList<string> NotEchoed { get; init; } = [];

    /// <summary>Between scopes in an answer.</summary>
    public char Separator { get; init; } = ' ';
}
