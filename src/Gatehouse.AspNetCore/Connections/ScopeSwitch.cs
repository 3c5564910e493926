using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>
/// What a person switched on a page. Only what they touched: a connection may have several sign-ins of which the page shows one picture, and
/// what one of them lost before must not come back because another has it.
/// </summary>
/// <param name="Off">Switched off.</param>
/// <param name="On">Switched on.</param>
public sealed record ScopeSwitch(ScopeSet Off, ScopeSet On)
{
    /// <summary>From what the page showed as on, and what was on when it was sent.</summary>
    public static ScopeSwitch Between(ScopeSet shown, ScopeSet sent) => new(shown.Except(sent), sent.Except(shown));

    /// <summary>What is on of something afterwards; never more than was granted.</summary>
    public ScopeSet Apply(ScopeSet scopes, ScopeSet granted) => scopes.Except(Off).Union(granted.Intersect(On));

    /// <summary>For the audit log.</summary>
    public override string ToString() => $"off: {Off}, on: {On}";
}
