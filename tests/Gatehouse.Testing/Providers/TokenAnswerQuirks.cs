namespace Gatehouse.Testing.Providers;

/// <summary>How token answers of a provider look.</summary>
public sealed record TokenAnswerQuirks
{
    /// <summary>A form, unless JSON was asked for by <c>Accept</c>.</summary>
    public bool IsFormByDefault { get; init; }

    /// <summary>The spelling of <c>token_type</c>.</summary>
    public string TokenType { get; init; } = "Bearer";

    /// <summary>Whether it says how long the token lives.</summary>
    public bool HasExpiresIn { get; init; } = true;

    /// <summary>Whether it repeats the scope.</summary>
    public bool HasScope { get; init; } = true;

    /// <summary>Whether a refresh brings a new ID token.</summary>
    public bool RefreshBringsIdToken { get; init; } = true;

    /// <summary>Before refresh tokens.</summary>
    public string RefreshPrefix { get; init; } = "";

    /// <summary>More members; JSON, with the words of the token.</summary>
    public string More { get; init; } = "{}";
}
