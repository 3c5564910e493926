using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Scheduling;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Testing.Recordings;
using NodaTime;

namespace Gatehouse.Nextcloud.Tests.Calendar;

/// <summary>Changes of a series and of its single occurrences, in the stored object.</summary>
public sealed class SeriesTests
{
    private static readonly TimeZoneId berlin = TimeZoneId.Parse("Europe/Berlin");
    private static readonly CalendarUser alice = new("alice@example.test", "Alice", ["mailto:alice@example.test"]);

    [Fact]
    public void One_occurrence_is_changed_by_an_override()
    {
        var stored = Recorded("13-put-recurring");

        Edit(stored)
            .ChangeOne(At("2026-11-25T09:00"), new() { Title = "Standup with guests", Start = At("2026-11-25T10:00") });

        var (master, made) = Both(stored);
        Assert.Equal("FREQ=WEEKLY;BYDAY=MO,WE", master.Value("RRULE"));
        Assert.Equal("Standup", master.Text("SUMMARY"));
        Assert.Equal("RECURRENCE-ID;TZID=Europe/Berlin:20261125T090000", made.Line("RECURRENCE-ID")!.ToString());
        Assert.Equal("DTSTART;TZID=Europe/Berlin:20261125T100000", made.Line("DTSTART")!.ToString());
        Assert.Equal("DTEND;TZID=Europe/Berlin:20261125T101500", made.Line("DTEND")!.ToString());
        Assert.Equal("Standup with guests", made.Text("SUMMARY"));
        Assert.Equal("ev-3@test", made.Text("UID"));
        Assert.Null(made.Line("RRULE"));
        Assert.Null(made.Line("EXDATE"));
    }

    [Fact]
    public void An_occurrence_that_was_changed_is_changed_again_in_its_override()
    {
        var stored = Recorded("14-put-recurring-with-override");

        Edit(stored).ChangeOne(At("2026-11-26T10:00"), new() { Title = "Again" });

        var (_, made) = Both(stored);
        Assert.Equal("Again", made.Text("SUMMARY"));
        Assert.Equal("20261126T140000Z", made.Value("DTSTART"));
    }

    [Fact]
    public void One_occurrence_is_taken_out()
    {
        var stored = Recorded("13-put-recurring");

        Assert.True(Edit(stored).RemoveOne(At("2026-11-25T09:00")));

        var master = stored.Calendar.Components("VEVENT").Single();
        Assert.Equal(
            ["EXDATE;TZID=Europe/Berlin:20261202T090000", "EXDATE;TZID=Europe/Berlin:20261125T090000"],
            master.Lines("EXDATE").Select(l => l.ToString())
        );
    }

    [Fact]
    public void An_occurrence_that_was_changed_is_taken_out_with_its_override()
    {
        var stored = Recorded("14-put-recurring-with-override");

        Assert.True(Edit(stored).RemoveOne(At("2026-11-26T09:00Z")));

        var master = stored.Calendar.Components("VEVENT").Single();
        Assert.Equal("EXDATE:20261126T090000Z", master.Line("EXDATE")!.ToString());
    }

    [Theory]
    [InlineData("2026-11-24T09:00")]
    [InlineData("2026-12-02T09:00")]
    [InlineData("2026-11-25T09:30")]
    public void What_is_no_occurrence_is_not_changed(string when)
    {
        var stored = Recorded("13-put-recurring");
        var before = stored.Calendar.ToString();

        var error = Assert
            .Throws<NextcloudException>(() => Edit(stored).ChangeOne(At(when), new() { Title = "x" }))
            .Error;

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.Equal(before, stored.Calendar.ToString());
    }

    [Fact]
    public void Exceptions_move_along_with_their_series()
    {
        var stored = Recorded("13-put-recurring");
        Edit(stored).ChangeOne(At("2026-11-25T09:00"), new() { Title = "Special" });

        Edit(stored).ChangeAll(new() { Start = At("2026-11-23T10:30") });

        var (master, made) = Both(stored);
        Assert.Equal("EXDATE;TZID=Europe/Berlin:20261202T103000", master.Line("EXDATE")!.ToString());
        Assert.Equal("20261125T103000", made.Value("RECURRENCE-ID"));
        Assert.Equal("20261125T103000", made.Value("DTSTART"));
        Assert.Equal("20261125T104500", made.Value("DTEND"));
    }

    [Fact]
    public void A_series_becomes_a_single_event()
    {
        var stored = Recorded("14-put-recurring-with-override");

        Edit(stored).ChangeAll(new() { RemovesRule = true });

        Assert.Null(stored.Calendar.Components("VEVENT").Single().Line("RRULE"));
    }

    [Fact]
    public void Days_of_a_series_are_taken_out_as_days()
    {
        var stored = Of("DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=YEARLY");

        Edit(stored).RemoveOne(At("2027-12-24"));

        Assert.Equal(
            "EXDATE;VALUE=DATE:20271224",
            stored.Calendar.Components("VEVENT").Single().Line("EXDATE")!.ToString()
        );
    }

    [Fact]
    public void Who_stays_invited_keeps_their_answer()
    {
        var stored = Recorded("42-alice-sees-accepted", ofResponse: true);

        Edit(stored)
            .ChangeAll(new() { Attendees = [new("bob@example.test", null), new("carol@example.test", "Carol")] });

        var lines = stored
            .Calendar.Components("VEVENT")
            .Single()
            .Lines("ATTENDEE")
            .Select(l => l.Parameter("PARTSTAT"));
        Assert.Equal(["ACCEPTED", "NEEDS-ACTION"], lines);
    }

    [Fact]
    public void Without_attendees_there_is_no_organizer()
    {
        var stored = Recorded("42-alice-sees-accepted", ofResponse: true);

        Edit(stored).ChangeAll(new() { Attendees = [] });

        Assert.DoesNotContain("mailto:", stored.Calendar.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_organizer_invites()
    {
        var stored = Of(
            "DTSTART:20261210T100000Z\r\nORGANIZER:mailto:bob@example.test\r\nATTENDEE:mailto:alice@example.test"
        );

        var error = Assert
            .Throws<NextcloudException>(() =>
                Edit(stored).ChangeAll(new() { Attendees = [new("carol@example.test", null)] })
            )
            .Error;

        Assert.Contains("bob@example.test", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void One_occurrence_is_answered_alone()
    {
        var stored = Of(
            "DTSTART:20261210T100000Z\r\nRRULE:FREQ=DAILY\r\nORGANIZER:mailto:bob@example.test\r\n"
                + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:alice@example.test"
        );

        Edit(stored).Respond(At("2026-12-12T10:00Z"), "declined");

        var (master, made) = Both(stored);
        Assert.Equal("ACCEPTED", master.Line("ATTENDEE")!.Parameter("PARTSTAT"));
        Assert.Equal("DECLINED", made.Line("ATTENDEE")!.Parameter("PARTSTAT"));
    }

    private static SeriesEdit Edit(CalendarObject stored) =>
        new(stored, new EditContext(berlin, Instant.FromUtc(2026, 11, 25, 12, 0), alice));

    private static CalendarObject Recorded(string name, bool ofResponse = false)
    {
        var recording = Recording.Load("caldav", name);
        return Stored(ofResponse ? recording.Response.BodyText : recording.Request.Body!);
    }

    private static CalendarObject Of(string properties) =>
        Stored($"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n{properties}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

    private static CalendarObject Stored(string ics) =>
        new(CalendarObjectId.Parse("work/x.ics"), ETag.Parse("1"), IcsReader.Read(ics));

    private static (IcsComponent Master, IcsComponent Override) Both(CalendarObject stored)
    {
        var events = stored.Calendar.Components("VEVENT").ToList();
        Assert.Equal(2, events.Count);
        return (events[0], events[1]);
    }

    private static EventTime At(string text) =>
        EventTime.TryParse(text, berlin, out var time) ? time : throw new FormatException(text);
}
