using Gatehouse.Nextcloud.Activity;
using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Activity;

/// <summary>Activity.</summary>
internal static class ActivityApp
{
    public const string Read = "activity.read";

    public static NextcloudApp App { get; } =
        new("activity", "Activity")
        {
            Requires = "activity",
            PassesFileRules = true,
            Scopes =
            [
                new(
                    Read,
                    "Activity",
                    "Read activities",
                    "See what happened to your files, calendars, boards and other things, and who did it."
                ),
            ],
            Json = ActivityToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<ActivityClient>();
                _ = server.WithAppTools<ActivityTools>(json);
            },
        };
}
