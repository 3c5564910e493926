using Gatehouse.Nextcloud.Calendar.Scheduling;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Calendar;

public sealed class SchedulingTests : CloudTest
{
    private const string BobsPrincipal = "/remote.php/dav/principals/users/bob/";
    private static readonly TimeZoneId berlin = TimeZoneId.Parse("Europe/Berlin");

    [Fact]
    public async Task The_own_address_is_asked_for_again_after_ten_minutes()
    {
        Cloud.Play("caldav", "01-principal");
        var scheduling = new SchedulingClient(Transport, Time);

        var user = await scheduling.WhoAsync(Alice, Token);
        await scheduling.WhoAsync(Alice, Token);
        Time.Advance(TimeSpan.FromMinutes(11));
        await scheduling.WhoAsync(Alice, Token);

        Assert.Equal(("alice@example.test", "Alice Example"), (user.Address, user.Name));
        Assert.True(user.Is("MAILTO:Alice@example.test"));
        Assert.Equal(2, Cloud.Requests.Length);
    }

    [Fact]
    public async Task Bob_learns_when_alice_is_busy_and_whom_the_cloud_does_not_know()
    {
        var principal = Recording
            .Load("caldav", "01-principal")
            .Response.BodyText.Replace("alice", "bob", StringComparison.Ordinal);
        Cloud.Answer("PROPFIND", BobsPrincipal, 207, "application/xml", principal).Play("caldav", "35-outbox-freebusy");

        var people = await new SchedulingClient(Transport, Time).FreeBusyAsync(
            Bob,
            ["alice@example.test", "unknown@example.test"],
            new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero),
            new(2026, 12, 5, 0, 0, 0, TimeSpan.Zero),
            Token
        );

        Assert.Equal(
            [("alice@example.test", true, 10), ("unknown@example.test", false, 0)],
            people.Select(p => (p.Address, p.IsKnown, p.Busy.Count))
        );
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 15, 0, TimeSpan.Zero), people[0].Busy[0].To);
        var lines = Cloud.LastRequest.BodyText.Split("\r\n");
        Assert.Contains("ORGANIZER:mailto:bob@example.test", lines);
        Assert.Contains("ATTENDEE:mailto:bob@example.test", lines);
        Assert.Contains("ATTENDEE:mailto:alice@example.test", lines);
        Assert.Contains("DTSTART:20261123T000000Z", lines);
        Assert.Contains("METHOD:REQUEST", lines);
    }

    [Fact]
    public async Task A_page_in_the_place_of_busy_times_is_none()
    {
        Cloud
            .Play("caldav", "01-principal")
            .Answer("POST", "/remote.php/dav/calendars/alice/outbox/", 200, "text/html", "<html>Log in</html>");

        var error = await ErrorOf(() =>
            new SchedulingClient(Transport, Time).FreeBusyAsync(Alice, [], Time.GetUtcNow(), Time.GetUtcNow(), Token)
        );

        Assert.Equal(NextcloudErrorKind.UnexpectedAnswer, error.Kind);
    }

    [Fact]
    public void A_slot_is_free_for_everybody_in_the_hours_of_the_day()
    {
        BusyTime[] busy =
        [
            Busy("2026-11-27T08:00", "2026-11-27T09:50"),
            Busy("2026-11-27T11:00", "2026-11-27T16:00"),
            Busy("2026-11-27T15:00", "2026-11-27T16:40"),
            Busy("2026-11-30T00:00", "2026-12-01T00:00"),
        ];
        var search = new SlotSearch(At("2026-11-27T00:00"), At("2026-12-01T10:30"), TimeSpan.FromMinutes(60), berlin);

        var slots = FreeSlots.Find(search, busy);

        Assert.Equal(
            [
                "2026-11-27T10:00:00.0000000+01:00/2026-11-27T11:00:00.0000000+01:00",
                "2026-12-01T09:00:00.0000000+01:00/2026-12-01T10:30:00.0000000+01:00",
            ],
            slots.Select(s => $"{s.From:O}/{s.To:O}")
        );
    }

    [Fact]
    public void Weekends_and_whole_days_are_searched_when_asked_for()
    {
        var search = new SlotSearch(At("2026-11-28T00:00"), At("2026-11-29T00:00"), TimeSpan.FromHours(23), berlin)
        {
            WithWeekends = true,
            DayBegins = TimeOnly.MinValue,
            DayEnds = TimeOnly.MinValue,
        };

        Assert.Equal(
            TimeSpan.FromHours(24),
            Assert.Single(FreeSlots.Find(search, [])) is var s ? s.To - s.From : default
        );
        Assert.Empty(FreeSlots.Find(search with { WithWeekends = false }, []));
    }

    [Fact]
    public void No_more_slots_are_found_than_asked_for() =>
        Assert.Equal(
            3,
            FreeSlots
                .Find(
                    new(At("2026-11-23T00:00"), At("2027-11-23T00:00"), TimeSpan.FromHours(1), berlin) { Limit = 3 },
                    []
                )
                .Count
        );

    private static BusyTime Busy(string from, string to) => new(At(from), At(to), false);

    private static DateTimeOffset At(string text) =>
        EventTime.TryParse(text, berlin, out var time) ? time.Moment : throw new FormatException(text);
}
