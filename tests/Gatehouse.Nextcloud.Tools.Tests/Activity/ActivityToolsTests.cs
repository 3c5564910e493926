using Gatehouse.Nextcloud.Tools.Tests.Hosting;

namespace Gatehouse.Nextcloud.Tools.Tests.Activity;

public sealed class ActivityToolsTests : ToolTest
{
    private const string Path = "/ocs/v2.php/apps/activity/api/v2/activity";

    [Fact]
    public async Task What_happened_is_listed_and_goes_on_by_cursor()
    {
        Cloud
            .Play("activity", "01-activity-all")
            .Answer("GET", Path + "?limit=5&since=153", 304, "application/json", "");
        await using var alice = await AliceAsync("activity.read");

        var first = await CallAsync(alice, "list_activity", new { limit = 5 });
        var cursor = first.GetProperty("nextCursor").GetString();
        var second = await CallAsync(alice, "list_activity", new { limit = 5, cursor });

        var newest = first.GetProperty("activities")[0];
        Assert.Equal("You removed @Bob Example from Projects/hello.txt", newest.GetProperty("subject").GetString());
        Assert.Equal("2026-11-23T16:19:50+01:00", newest.GetProperty("time").GetString());
        Assert.Equal(113, newest.GetProperty("objectId").GetInt64());
        Assert.False(newest.TryGetProperty("message", out _));
        Assert.Equal(0, second.GetProperty("activities").GetArrayLength());
        Assert.False(second.TryGetProperty("nextCursor", out _));
    }

    [Fact]
    public async Task The_history_of_one_file_is_asked_for_at_the_cloud()
    {
        Cloud.Play("activity", "02-activity-filter-object");
        await using var alice = await AliceAsync("activity.read");

        var answer = await CallAsync(
            alice,
            "list_activity",
            new
            {
                fileId = 113,
                limit = 5,
                fields = new[] { "objectId" },
            }
        );

        Assert.All(
            answer.GetProperty("activities").EnumerateArray(),
            a => Assert.Equal("""{"objectId":113}""", a.GetRawText())
        );
    }

    [Fact]
    public async Task Without_the_app_an_error_names_it()
    {
        Cloud.Play("misc-ocs", "13-ocs-unknown-route", Path + "?limit=30");
        await using var alice = await AliceAsync("activity.read");

        var text = await ErrorAsync(alice, "list_activity", new { });

        Assert.Contains("app 'activity' does not answer", text, StringComparison.Ordinal);
    }
}
