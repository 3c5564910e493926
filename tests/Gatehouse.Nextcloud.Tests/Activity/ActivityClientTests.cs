using Gatehouse.Nextcloud.Activity;

namespace Gatehouse.Nextcloud.Tests.Activity;

public sealed class ActivityClientTests : CloudTest
{
    private const string Path = "/ocs/v2.php/apps/activity/api/v2/activity";

    private ActivityClient Activities => new(Transport);

    [Fact]
    public async Task What_happened_comes_newest_first_with_a_next_page()
    {
        Cloud.Play("activity", "01-activity-all");

        var page = await Activities.ListAsync(Alice, new() { Limit = 5 }, Token);

        Assert.Equal(5, page.Entries.Count);
        Assert.Equal(153, page.Next);
        var first = page.Entries[0];
        Assert.Equal("You removed @Bob Example from Projects/hello.txt", first.Subject);
        Assert.Equal(("files_sharing", "shared", "alice"), (first.App, first.Type, first.User));
        Assert.Equal(("files", 113L, "/Projects/hello.txt"), (first.ObjectType, first.ObjectId, first.ObjectName));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 15, 19, 50, TimeSpan.Zero), first.Time);
        Assert.EndsWith("/apps/files/?dir=/Projects", first.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_one_file_is_filtered_at_the_cloud()
    {
        Cloud.Play("activity", "02-activity-filter-object");

        var page = await Activities.ListAsync(Alice, new() { FileId = 113, Limit = 5 }, Token);

        Assert.All(page.Entries, e => Assert.Equal(113, e.ObjectId));
        Assert.Equal(121, page.Next);
    }

    [Fact]
    public async Task The_end_is_an_empty_page()
    {
        Cloud.Answer("GET", Path + "?limit=50&since=1", 304, "application/json", "");

        var page = await Activities.ListAsync(Alice, new() { Before = 1 }, Token);

        Assert.Empty(page.Entries);
        Assert.Null(page.Next);
    }
}
