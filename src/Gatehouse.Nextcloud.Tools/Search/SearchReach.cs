using Gatehouse.Nextcloud.Search;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files;
using Gatehouse.Nextcloud.Tools.Users;

namespace Gatehouse.Nextcloud.Tools.Search;

/// <summary>
/// Where a search may look: what a person did not allow to be read is not found either. A provider that hands the words to somebody outside the
/// cloud is asked only by name.
/// </summary>
/// <param name="Providers">Where it looks.</param>
/// <param name="NotAllowed">Where it would, if the person allowed the app.</param>
internal sealed record SearchReach(IReadOnlyList<SearchProvider> Providers, IReadOnlyList<string> NotAllowed)
{
    /// <summary>The most providers one search asks.</summary>
    public const int Most = 32;

    public static SearchReach Of(IReadOnlyList<SearchProvider> all, string[]? wanted, GrantedScopes granted)
    {
        if (wanted is { Length: 0 })
            throw Arguments.Bad("providers", "Leave it away to search everywhere.");
        if (wanted?.FirstOrDefault(name => !all.Any(p => IsCalled(p, name))) is { } unknown)
            throw Arguments.Bad(
                "providers",
                $"'{unknown}' is none. There are: {string.Join(", ", all.Select(p => p.Id))}."
            );

        var asked = all.Where(p => wanted is null ? !p.IsExternal : wanted.Any(name => IsCalled(p, name))).ToList();
        var allowed = asked.Where(p => ScopeOf(p) is not { } scope || granted.Allows(scope)).ToList();
        return new([.. allowed.Take(Most)], [.. asked.Except(allowed).Select(p => p.Id)]);
    }

    private static bool IsCalled(SearchProvider provider, string name) => provider.Id == name || provider.App == name;

    /// <summary>Calendars, tasks and contacts are all of the app <c>dav</c>; only the provider says which.</summary>
    private static string? ScopeOf(SearchProvider provider) =>
        (provider.App == "dav" ? provider.Id : provider.App) switch
        {
            // Comments, tags and the full text are those of files.
            "comments" or "systemtags" or "fulltextsearch" or "files_fulltextsearch" => FilesApp.Read,
            "circles" => PeopleApp.Read,
            var id => NextcloudApps
                .All.FirstOrDefault(app => app.Requires == id || app.Name == id)
                ?.Scopes.FirstOrDefault(scope => scope.Name.EndsWith(".read", StringComparison.Ordinal))
                ?.Name,
        };
}
