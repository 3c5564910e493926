using Gatehouse.Nextcloud.Collectives;
using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>The Collectives app.</summary>
internal static class CollectivesApp
{
    public const string Read = "collectives.read";
    public const string Write = "collectives.write";

    public static NextcloudApp App { get; } =
        new("collectives", "Collectives")
        {
            Requires = "collectives",
            PassesFileRules = true,
            Scopes =
            [
                new(Read, "Collectives", "Read collectives", "List, search and read the pages of your collectives."),
                new(
                    Write,
                    "Collectives",
                    "Change collectives",
                    "Create and change collectives and their pages, which includes reading them. What is deleted goes to the trash."
                ),
            ],
            Json = CollectivesToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<CollectivesClient>();
                server.Services.TryAddSingleton<PagesClient>();
                _ = server.WithAppTools<CollectivesReadTools>(json).WithAppTools<CollectivesWriteTools>(json);
            },
        };
}
