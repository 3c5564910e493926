using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Notifications;

namespace Gatehouse.Nextcloud.Tests.Notifications;

public sealed class NotificationsClientTests : CloudTest
{
    private const string Path = "/ocs/v2.php/apps/notifications/api/v2/notifications";

    private NotificationsClient Notifications => new(Transport);

    [Fact]
    public async Task Notifications_are_listed_in_words()
    {
        Cloud.Play("notifications", "04-list");

        var all = await Notifications.ListAsync(Alice, Token);

        Assert.Equal(
            new Notification(
                7,
                "admin_notifications",
                new DateTimeOffset(2026, 11, 23, 15, 19, 53, TimeSpan.Zero),
                "Hello @Bob",
                "Rich text",
                null,
                "admin_notifications",
                "6b045999"
            ),
            all[0]
        );
        Assert.Equal("The nightly backup finished.", all[1].Message);
    }

    [Fact]
    public async Task None_are_an_empty_list()
    {
        Cloud.Play("notifications", "11-list-after-delete");

        Assert.Empty(await Notifications.ListAsync(Alice, Token));
    }

    [Fact]
    public async Task A_notification_is_dismissed_and_one_that_is_gone_is_no_error()
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

        await Notifications.DismissAsync(Alice, 7, Token);
        await Notifications.DismissAsync(Alice, 9, Token);

        Assert.Equal(2, Cloud.Requests.Length);
    }

    [Fact]
    public async Task All_are_dismissed_at_once()
    {
        Cloud.Play("notifications", "10-delete-all");

        await Notifications.DismissAllAsync(Alice, Token);

        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }

    [Fact]
    public async Task An_app_that_is_not_there_is_named()
    {
        Cloud.Play("misc-ocs", "13-ocs-unknown-route", Path);

        var error = await ErrorOf(() => Notifications.ListAsync(Alice, Token));

        Assert.Equal(NextcloudErrorKind.AppNotAvailable, error.Kind);
        Assert.Contains("'notifications'", error.Summary, StringComparison.Ordinal);
    }
}
