using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Prompts;
using Gatehouse.Nextcloud.Users;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Users;

/// <summary>The people and groups of the cloud, which every Nextcloud has.</summary>
internal static class PeopleApp
{
    public const string Read = "people.read";

    public static NextcloudApp App { get; } =
        new("people", "People and groups")
        {
            Scopes =
            [
                new(
                    Read,
                    "People and groups",
                    "See people and groups",
                    "Find people of your Nextcloud, see who is in your groups, and read your own profile."
                ),
            ],
            Json = PeopleToolsJson.Default,
            Completions = [new(JobPrompts.PrepareMeeting, "person", Read, PersonNames.CompleteAsync)],
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<PeopleClient>();
                _ = server.WithAppTools<PeopleTools>(json);
            },
        };
}
