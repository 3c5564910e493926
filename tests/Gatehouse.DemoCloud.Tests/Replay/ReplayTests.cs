using Gatehouse.Testing.Recordings;

namespace Gatehouse.DemoCloud.Tests.Replay;

public sealed class ReplayTests
{
    public static TheoryData<string> Folders =>
        [
            "status",
            "login-flow-v2",
            "capabilities",
            "app-password",
            "notes",
            "webdav",
            "trashbin",
            "versions",
            "chunked-upload",
            "errors",
            "users-groups",
            "search",
            "deck",
            "deck-move",
            "tables",
            "cookbook",
            "cookie-jar",
            "talk",
            "notifications",
            "user-status",
            "caldav",
            "tasks",
            "carddav",
            "news",
            "collectives",
            "shares",
            "systemtags",
            "comments",
            "activity",
            "misc-ocs",
        ];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task The_demo_cloud_answers_as_the_recorded_Nextcloud(string folder)
    {
        await using var replayer = await Replayer.StartAsync();
        var differences = new List<string>();
        foreach (var recording in Recording.All(folder).Where(one => !NotReplayed.Reasons.ContainsKey(one.ToString())))
        {
            differences.AddRange(await replayer.ReplayAsync(recording));
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void What_is_not_replayed_exists_belongs_to_a_replayed_folder_and_has_a_reason()
    {
        var replayed = Folders
            .SelectMany(folder => Recording.All(folder.Data))
            .Select(one => one.ToString())
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(
            NotReplayed.Reasons,
            line =>
            {
                Assert.Contains(line.Key, replayed);
                Assert.True(line.Value.Length > 10, $"{line.Key} has no reason.");
            }
        );
    }
}
