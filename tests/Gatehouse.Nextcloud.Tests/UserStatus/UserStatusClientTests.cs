using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.UserStatus;

namespace Gatehouse.Nextcloud.Tests.UserStatus;

public sealed class UserStatusClientTests : CloudTest
{
    private const string Path = "/ocs/v2.php/apps/user_status/api/v1";

    private UserStatusClient Statuses => new(Transport);

    [Fact]
    public async Task Whoever_has_no_status_has_none()
    {
        Cloud.Play("user-status", "01-get-own-none-404");

        Assert.Null(await Statuses.GetOwnAsync(Alice, Token));
    }

    [Fact]
    public async Task An_app_that_is_missing_is_not_the_same_as_no_status()
    {
        Cloud.Play("misc-ocs", "13-ocs-unknown-route", Path + "/user_status");

        var error = await ErrorOf(() => Statuses.GetOwnAsync(Alice, Token));

        Assert.Equal(NextcloudErrorKind.AppNotAvailable, error.Kind);
    }

    [Fact]
    public async Task The_own_status_is_read()
    {
        Cloud.Play("user-status", "06-get-own");

        Assert.Equal(new("alice", "away", "In a meeting", "📅", null), await Statuses.GetOwnAsync(Alice, Token));
    }

    [Fact]
    public async Task The_status_of_others_is_read()
    {
        Cloud
            .Play("user-status", "09-get-alice-as-bob")
            .Play("user-status", "08-list-statuses", Path + "/statuses?limit=50&offset=0");

        var alice = await Statuses.GetAsync(Bob, "alice", Token);
        var all = await Statuses.ListAsync(Bob, 50, 0, Token);

        Assert.Equal(new("alice", "away", "In a meeting", "📅", null), alice);
        Assert.Equal(alice, Assert.Single(all));
    }

    [Fact]
    public async Task A_status_is_set_and_the_message_stays()
    {
        Cloud.Play("user-status", "02-set-status");

        var now = await Statuses.SetAsync(Alice, StatusKind.Away, Token);

        Assert.Equal("away", now.Status);
        Assert.Equal("""{"statusType":"away"}""", Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task A_status_the_cloud_does_not_know_is_refused_in_its_words()
    {
        Cloud.Play("user-status", "03-set-status-invalid-400");

        var error = await ErrorOf(() => Statuses.SetAsync(Alice, StatusKind.Busy, Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Equal("Nextcloud says: Status-type \"foo\" is not supported", error.Cause);
    }

    [Fact]
    public async Task A_message_is_set_with_its_end()
    {
        Cloud.Play("user-status", "04-set-message-custom");
        var end = DateTimeOffset.FromUnixTimeSeconds(1795450793);

        var now = await Statuses.SetMessageAsync(Alice, new("Measuring", "🧪", end), Token);

        Assert.Equal(new("alice", "away", "Measuring", "🧪", end), now);
        Assert.Contains("\"clearAt\":1795450793", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_taken_away()
    {
        Cloud.Play("user-status", "10-clear-message");

        await Statuses.ClearMessageAsync(Alice, Token);

        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }
}
