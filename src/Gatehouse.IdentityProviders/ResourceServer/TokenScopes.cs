using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Identity;
using Gatehouse.OAuth;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>
/// What a provider's token allows, in the words of this server. Only the first claim that is there is read: <c>scope</c> is what was delegated to the client, and
/// <c>roles</c> or <c>permissions</c> beside it are what the person has, which nobody gave to the client. Only the configured prefixes are taken off:
/// <c>other-api/notes.read</c> is the scope of another resource.
/// </summary>
internal sealed class TokenScopes
{
    private static readonly char[] Separators = [' ', ','];

    private readonly ScopeCatalog catalog;
    private readonly IReadOnlyList<string> claims;
    private readonly IReadOnlyList<string> prefixes;
    private readonly Dictionary<string, ScopeSet> map;

    public TokenScopes(ConfiguredProvider provider, ResourceServerOptions options, ScopeCatalog catalog)
    {
        this.catalog = catalog;
        claims = options.ScopeClaims.Count > 0 ? [.. options.ScopeClaims] : provider.Facts.AccessTokens.Scopes;
        var known = provider.Facts.Scopes.Prefix is { } template ? provider.Resolve(template) : null;
        prefixes = [.. options.ScopePrefixes.Append(known).OfType<string>().Where(prefix => prefix.Length > 0)];
        map = options.ScopeMap.ToDictionary(
            pair => pair.Key,
            pair => ScopeSet.Parse(pair.Value),
            StringComparer.Ordinal
        );
    }

    /// <summary>The scopes of this server that a token gives, with those they imply.</summary>
    public ScopeSet Of(Claims token)
    {
        if (claims.FirstOrDefault(token.Has) is not { } claim)
        {
            return ScopeSet.Empty;
        }

        var ours = token
            .Values(claim)
            .SelectMany(text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(Ours);
        return catalog.WithImplied(ScopeSet.Of(ours));
    }

    private IEnumerable<Scope> Ours(string theirs)
    {
        if (map.TryGetValue(theirs, out var mapped))
        {
            return mapped.Intersect(catalog.Names);
        }

        var bare = prefixes.FirstOrDefault(prefix => theirs.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
            ? theirs[prefix.Length..]
            : theirs;
        return Scope.TryParse(bare, out var scope) && catalog.Names.Contains(scope) ? [scope] : [];
    }
}
