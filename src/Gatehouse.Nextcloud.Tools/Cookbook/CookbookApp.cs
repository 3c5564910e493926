using Gatehouse.Nextcloud.Cookbook;
using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Cookbook;

/// <summary>The Cookbook app.</summary>
internal static class CookbookApp
{
    public const string Read = "cookbook.read";
    public const string Write = "cookbook.write";

    public static NextcloudApp App { get; } =
        new("cookbook", "Cookbook")
        {
            Requires = "cookbook",
            PassesFileRules = true,
            Scopes =
            [
                new(Read, "Cookbook", "Read recipes", "List, search and read your recipes."),
                new(
                    Write,
                    "Cookbook",
                    "Change recipes",
                    "Create, import, change and delete your recipes, which includes reading them. Deleted recipes go to the trash bin."
                ),
            ],
            Json = CookbookToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<CookbookClient>();
                _ = server.WithAppTools<CookbookReadTools>(json).WithAppTools<CookbookWriteTools>(json);
            },
        };
}
