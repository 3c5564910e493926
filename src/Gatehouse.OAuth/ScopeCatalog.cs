namespace Gatehouse.OAuth;

/// <summary>
/// The scopes of this server and the one rule for granting them. Never <c>invalid_scope</c>: some clients ask for nothing,
/// some for everything they saw, some for scopes of other servers; each gets what it can have and reads it in the answer.
/// </summary>
public sealed class ScopeCatalog
{
    /// <summary>Asked by clients that want a refresh token; everybody gets one, so it is understood and never granted.</summary>
    public static readonly Scope OfflineAccess = Scope.Of("offline_access");

    private readonly Dictionary<Scope, SupportedScope> scopes;

    /// <summary>A catalog in the order in which the consent page shows it.</summary>
    public ScopeCatalog(IEnumerable<SupportedScope> supported)
    {
        All = [.. supported];
        scopes = All.ToDictionary(scope => scope.Scope);
        Names = ScopeSet.Of(scopes.Keys);
    }

    /// <summary>Every scope, in the order of the consent page.</summary>
    public IReadOnlyList<SupportedScope> All { get; }

    /// <summary>Every scope, as the metadata documents and the challenge list them.</summary>
    public ScopeSet Names { get; }

    /// <summary>Those of a set that this server knows, in the order of the consent page.</summary>
    public IReadOnlyList<SupportedScope> Of(ScopeSet set) => [.. All.Where(scope => set.Contains(scope.Scope))];

    /// <summary>
    /// RFC 6749 §3.3: what is offered for a request. Nothing known asked for (a missing parameter, or only foreign names) means all;
    /// unknown names are dropped; a broad scope brings the narrow one it implies.
    /// </summary>
    public ScopeSet Offer(ScopeSet asked)
    {
        var known = asked.Intersect(Names);
        return known.Count == 0 ? Names : WithImplied(known);
    }

    /// <summary>The scopes and those they imply.</summary>
    public ScopeSet WithImplied(ScopeSet granted)
    {
        var implied = granted.Select(scope => scopes.GetValueOrDefault(scope)?.Implies).OfType<Scope>();
        var all = granted.Union(ScopeSet.Of(implied));
        return all.Count == granted.Count ? all : WithImplied(all);
    }
}
