using Gatehouse.Nextcloud.Tools.Tests.Hosting;

namespace Gatehouse.Nextcloud.Tools.Tests.Notifications;

public sealed class NotificationsToolsTests : ToolTest
{
    private const string Path = "/ocs/v2.php/apps/notifications/api/v2/notifications";

    [Fact]
    public async Task Notifications_are_listed_newest_first_in_pages()
    {
        Cloud.Play("notifications", "04-list");
        await using var alice = await AliceAsync("notifications.read");

        var first = await CallAsync(alice, "list_notifications", new { limit = 1 });
        var cursor = first.GetProperty("nextCursor").GetString();
        var second = await CallAsync(alice, "list_notifications", new { limit = 1, cursor });

        var newest = Assert.Single(first.GetProperty("notifications").EnumerateArray());
        Assert.Equal(7, newest.GetProperty("id").GetInt64());
        Assert.Equal("Hello @Bob", newest.GetProperty("subject").GetString());
        Assert.Equal("2026-11-23T16:19:53+01:00", newest.GetProperty("time").GetString());
        Assert.False(newest.TryGetProperty("link", out _));
        Assert.Equal(
            6,
            Assert.Single(second.GetProperty("notifications").EnumerateArray()).GetProperty("id").GetInt64()
        );
        Assert.False(second.TryGetProperty("nextCursor", out _));
    }

    [Fact]
    public async Task Some_are_dismissed_and_one_that_is_gone_does_not_matter()
    {
        Cloud
            .Play("notifications", "08-delete-one")
            .Answer(
                "DELETE",
                Path + "/9",
                404,
                "application/json",
                """{"ocs":{"meta":{"status":"failure","statuscode":404,"message":""},"data":null}}"""
            );
        await using var alice = await AliceAsync("notifications.write");

        var answer = await CallAsync(alice, "dismiss_notifications", new { ids = new[] { 7, 9, 7 } });

        Assert.Equal([7L, 9L], answer.GetProperty("ids").EnumerateArray().Select(i => i.GetInt64()));
        Assert.Equal(2, Cloud.Requests.Count(r => r.Method == "DELETE"));
    }

    [Fact]
    public async Task All_are_dismissed_only_with_the_persons_word()
    {
        Cloud.Play("notifications", "10-delete-all");
        await using var alice = await AliceAsync("notifications.write");

        var refusal = await ErrorAsync(alice, "dismiss_notifications", new { });
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "DELETE");
        await CallAsync(alice, "dismiss_notifications", new { confirmation = refusal.Split('\'')[^2] });

        Assert.Equal(("DELETE", Path), (Cloud.LastRequest.Method, Cloud.LastRequest.Path));
    }

    [Fact]
    public async Task Without_the_app_an_error_names_it()
    {
        Cloud.Play("misc-ocs", "13-ocs-unknown-route", Path);
        await using var alice = await AliceAsync("notifications.read");

        var text = await ErrorAsync(alice, "list_notifications", new { });

        Assert.Contains("app 'notifications' does not answer", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_ids_are_not_all_of_them()
    {
        await using var alice = await AliceAsync("notifications.write");

        var text = await ErrorAsync(alice, "dismiss_notifications", new { ids = Array.Empty<long>() });

        Assert.Contains("'ids'", text, StringComparison.Ordinal);
    }
}
