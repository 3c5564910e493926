using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Tests.Calendar;

public sealed class CalendarTrashClientTests : CloudTest
{
    [Fact]
    public async Task Deleted_events_are_listed_by_report()
    {
        Cloud.Play("caldav", "31-calendar-trashbin-report");

        var deleted = await new CalendarTrashClient(Transport).ListAsync(Alice, tasks: false, TimeZoneId.Utc, Token);

        var offsite = Assert.Single(deleted);
        Assert.Equal(("10.ics", "Offsite"), (offsite.TrashName, offsite.Title));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 15, 19, 43, TimeSpan.Zero), offsite.DeletedAt);
        Assert.Equal(new DateOnly(2026, 12, 2), offsite.Start?.Date);
        Assert.Contains("calendar-uri", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_event_is_moved_back()
    {
        Cloud.Answer("MOVE", "/remote.php/dav/calendars/alice/trashbin/objects/10.ics", 201, "text/html", "");

        await new CalendarTrashClient(Transport).RestoreAsync(Alice, "10.ics", Token);

        Assert.Equal(
            "/remote.php/dav/calendars/alice/trashbin/restore/10.ics",
            Cloud.LastRequest.Header("Destination")
        );
    }
}
