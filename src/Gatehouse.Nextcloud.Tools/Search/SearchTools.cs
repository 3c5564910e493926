using System.ComponentModel;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Search;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Search;

/// <summary>Searches in all apps at once.</summary>
[McpServerToolType]
[RequiresScope(SearchApp.Read)]
internal sealed class SearchTools(UnifiedSearchClient search, FileGuard guard)
{
    private const int MaxLimit = 50;

    [McpServerTool(
        Name = "search_everything",
        Title = "Search everything",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/search/providers", When = "when it is not known where this person can search")]
    [Upstream(
        "GET /ocs/v2.php/search/providers/{provider}/search",
        Most = SearchReach.Most,
        When = "for each provider"
    )]
    [Description("Searches all apps at once: files, notes, chats, events, cards, ….")]
    public async Task<SearchAnswer> SearchAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Query.")] string query,
        [Description("Only these, e.g. files, spreed.")] string[]? providers = null,
        [Description("Of each, 1 to 50.")] int limit = 5,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var caller = CallerOf.Get(request);
        Arguments.NotEmpty("query", query);
        Arguments.Between("limit", limit, 1, MaxLimit);
        var places = SearchCursor.Decode(cursor);
        var files = await guard.OfAsync(caller.Account, cancellationToken);
        var all = await search.ProvidersAsync(caller.Account, cancellationToken);
        var reach = SearchReach.Of(all, providers, caller.Scopes);
        var asked = reach.Providers.Where(p => places is null || places.ContainsKey(p.Id)).ToList();
        var answers = await AskAsync(caller.Account, asked, query, limit, places, cancellationToken);
        if (answers.Count > 0 && answers.All(a => a.Error is not null))
            throw answers[0].Error!;

        var failed = answers
            .Where(a => a.Error is not null)
            .ToDictionary(a => a.Provider.Id, a => a.Error!.Error.Summary);
        return new(
            [
                .. answers.SelectMany(a =>
                    a.Page.Hits.Take(limit)
                        .Where(hit => FileHits.IsVisible(files, a.Provider.Id, hit))
                        .Select(hit => SearchItem.Of(a.Provider, hit))
                ),
            ],
            [.. asked.Select(p => p.Id).Except(failed.Keys)],
            failed.Count > 0 ? failed : null,
            reach.NotAllowed.Count > 0 ? reach.NotAllowed : null,
            SearchCursor.Encode(answers.Select(a => (a.Provider.Id, a.Page.Next)))
        );
    }

    private Task<IReadOnlyList<ProviderAnswer>> AskAsync(
        NextcloudAccount account,
        List<SearchProvider> providers,
        string query,
        int limit,
        IReadOnlyDictionary<string, string>? places,
        CancellationToken cancellationToken
    ) =>
        SideBySide.AskAsync(
            providers,
            (provider, token) =>
                AskAsync(account, provider, query, limit, places?.GetValueOrDefault(provider.Id), token),
            cancellationToken
        );

    /// <summary>A provider that fails says so in its place: one broken app must not hide what the others found.</summary>
    private async Task<ProviderAnswer> AskAsync(
        NextcloudAccount account,
        SearchProvider provider,
        string query,
        int limit,
        string? place,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var page = await search.SearchAsync(account, provider.Id, query, limit, place, cancellationToken);
            return new(provider, page, Error: null);
        }
        catch (NextcloudException exception)
        {
            return new(provider, new([], Next: null), exception);
        }
    }
}
