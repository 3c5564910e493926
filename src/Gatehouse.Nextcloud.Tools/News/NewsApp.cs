using Gatehouse.Nextcloud.News;
using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>The News app.</summary>
internal static class NewsApp
{
    public const string Read = "news.read";
    public const string Write = "news.write";

    public static NextcloudApp App { get; } =
        new("news", "News")
        {
            Requires = "news",
            Scopes =
            [
                new(Read, "News", "Read news", "List your feeds, and list, search and read their articles."),
                new(
                    Write,
                    "News",
                    "Change news",
                    "Mark and star articles, subscribe to feeds and end subscriptions, which includes reading them."
                ),
            ],
            Json = NewsToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<FeedsClient>();
                server.Services.TryAddSingleton<ArticlesClient>();
                _ = server.WithAppTools<NewsReadTools>(json).WithAppTools<NewsWriteTools>(json);
            },
        };
}
