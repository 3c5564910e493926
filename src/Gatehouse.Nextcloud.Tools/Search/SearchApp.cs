using Gatehouse.Nextcloud.Search;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Files;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Search;

/// <summary>The unified search, which every Nextcloud has.</summary>
internal static class SearchApp
{
    public const string Read = "search.read";

    public static NextcloudApp App { get; } =
        new("search", "Search")
        {
            Scopes =
            [
                new(
                    Read,
                    "Search",
                    "Search all apps at once",
                    "Search in everything else you allow here, and in small apps that have no switch of their own."
                ),
            ],
            Json = SearchToolsJson.Default,
            Add = (server, json) =>
            {
                FilesApp.AddServices(server.Services);
                server.Services.TryAddSingleton<UnifiedSearchClient>();
                _ = server.WithAppTools<SearchTools>(json);
            },
        };
}
