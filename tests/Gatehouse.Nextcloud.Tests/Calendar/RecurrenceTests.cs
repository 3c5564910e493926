using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Testing.Recordings;
using NodaTime;

namespace Gatehouse.Nextcloud.Tests.Calendar;

public sealed class RecurrenceTests
{
    private static readonly TimeZoneId berlin = TimeZoneId.Parse("Europe/Berlin");

    [Theory]
    [InlineData("FREQ=SECONDLY", "recurs too often")]
    [InlineData("FREQ=MINUTELY;INTERVAL=100000", "recurs too often")]
    [InlineData("FREQ=HOURLY", "recurs too often")]
    [InlineData("FREQ=DAILY;BYHOUR=0,1,2,3,4;BYMINUTE=0,1,2,3,4", "more than 24 times a day")]
    [InlineData("FREQ=DAILY;BYHOUR=1;BYHOUR=2", "BYHOUR stands twice")]
    [InlineData("FREQ=DAILY;COUNT=99999999", "COUNT must be")]
    [InlineData("FREQ=DAILY;COUNT=-1", "COUNT must be")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "INTERVAL must be")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20270101", "exclude each other")]
    [InlineData("FREQ=YEARLY;COUNT=50000;BYHOUR=0,1,2,3,4;BYSETPOS=1", "at most 4 times a day")]
    [InlineData("FREQ=DAILY;UNTIL=soon", "UNTIL must be")]
    [InlineData("FREQ=YEARLY;BYMONTH=13", "BYMONTH value 13 is out of range")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", "not a valid iCal day-of-week")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY value 0")]
    [InlineData("FREQ=SOMETIMES", "It needs FREQ")]
    [InlineData("every monday", "is no part")]
    [InlineData("FREQ=DAILY;X-A=1", "is no part")]
    [InlineData(null, "is no part")]
    public void A_rule_without_bound_or_sense_is_refused(string? rule, string why)
    {
        Assert.False(RecurrenceRule.TryParse(rule, out _, out var error));
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_stays_at_its_hour_when_the_clocks_change()
    {
        var series = Series(
            "DTSTART;TZID=Europe/Berlin:20261019T090000\nDTEND;TZID=Europe/Berlin:20261019T100000\nRRULE:FREQ=WEEKLY;COUNT=3"
        );

        Assert.Equal(
            ["2026-10-19T09:00:00+02:00", "2026-10-26T09:00:00+01:00", "2026-11-02T09:00:00+01:00"],
            Starts(series, 2026, 10, 1, 2026, 12, 1)
        );
    }

    [Fact]
    public void The_recorded_series_are_expanded_as_nextcloud_does_it()
    {
        var found = new[] { "13-put-recurring", "14-put-recurring-with-override" }
            .Select(name => IcsReader.Read(Recording.Load("caldav", name).Request.Body!))
            .SelectMany(c => new RecurringObject(c, "VEVENT", berlin).Between(Utc(2026, 11, 23), Utc(2026, 12, 7)))
            .Select(o => $"{o.Span.Start.Instant}/{o.Span.End.Instant}");
        var expanded = IcsLinesOf(Recording.Load("caldav", "20-query-expand").Response.BodyText);

        Assert.Equal(expanded.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_override_takes_the_place_of_what_was_planned()
    {
        var calendar = IcsReader.Read(Recording.Load("caldav", "14-put-recurring-with-override").Request.Body!);

        var occurrences = new RecurringObject(calendar, "VEVENT", berlin)
            .Between(Utc(2026, 11, 26), Utc(2026, 11, 27))
            .ToList();

        var moved = Assert.Single(occurrences);
        Assert.Equal("Daily (moved)", moved.Component.Text("SUMMARY"));
        Assert.Equal(Utc(2026, 11, 26) + Duration.FromHours(9), moved.RecurrenceId?.Instant);
        Assert.Equal(Utc(2026, 11, 26) + Duration.FromHours(14), moved.Span.Start.Instant);
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20261128T080000Z", 5)]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20261128T075959Z", 4)]
    [InlineData("RRULE:FREQ=DAILY;COUNT=4", 4)]
    [InlineData("RRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=Europe/Berlin:20261125T090000", 3)]
    [InlineData("RDATE;TZID=Europe/Berlin:20261130T090000,20261201T090000", 3)]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=1", 2)]
    [InlineData("", 1)]
    public void A_series_ends_where_it_says(string rule, int count)
    {
        var series = Series($"DTSTART;TZID=Europe/Berlin:20261124T090000\nDURATION:PT30M\n{rule}");

        Assert.Equal(count, Starts(series, 2026, 11, 1, 2027, 12, 1).Count);
    }

    [Fact]
    public void A_series_in_days_has_days()
    {
        var series = Series("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nRRULE:FREQ=YEARLY");

        Assert.Equal(["2026-12-24", "2027-12-24"], Starts(series, 2026, 12, 26, 2028, 1, 1));
    }

    [Fact]
    public void A_bomb_in_a_stored_calendar_shows_its_first_time_only()
    {
        var series = Series("DTSTART:20200101T000000Z\nRRULE:FREQ=SECONDLY");

        Assert.True(series.IsRefused);
        Assert.Empty(Starts(series, 2026, 11, 1, 2026, 12, 1));
        Assert.Single(Starts(series, 2019, 12, 1, 2026, 12, 1));
    }

    [Theory]
    [InlineData("20200101T000000Z", "FREQ=YEARLY;BYMONTH=13")]
    [InlineData("20200101T000000Z", "FREQ=WEEKLY;BYDAY=")]
    [InlineData("00010101T000000Z", "FREQ=YEARLY;COUNT=50000;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1")]
    public void A_stored_rule_without_sense_or_bound_harms_nobody(string start, string rule)
    {
        var series = Series($"DTSTART:{start}\nRRULE:{rule}");

        Assert.True(series.IsRefused);
        Assert.Empty(Starts(series, 2026, 11, 1, 2026, 12, 1));
    }

    [Fact]
    public void A_birthday_without_a_year_comes_every_year() =>
        Assert.Equal(
            ["2026-05-04"],
            Starts(Series("DTSTART;VALUE=DATE:16040504\nRRULE:FREQ=YEARLY"), 2026, 1, 1, 2027, 1, 1)
        );

    [Fact]
    public void A_rule_that_never_falls_ends()
    {
        var series = Series("DTSTART:20260101T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");

        Assert.Single(Starts(series, 2025, 1, 1, 2028, 1, 1));
    }

    [Fact]
    public void No_object_fills_an_answer_alone()
    {
        var hours = string.Join(',', Enumerable.Range(0, 24));
        var series = Series($"DTSTART:20200101T000000Z\nRRULE:FREQ=DAILY;BYHOUR={hours}");

        Assert.Equal(1000, Starts(series, 2026, 1, 1, 2029, 1, 1).Count);
    }

    [Fact]
    public void Single_occurrences_without_their_series_are_events()
    {
        var calendar = IcsReader.Read(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20261124T090000Z\nDTSTART:20261124T100000Z\nEND:VEVENT\nEND:VCALENDAR"
        );

        var series = new RecurringObject(calendar, "VEVENT", berlin);

        Assert.Null(series.Master);
        Assert.Equal(["2026-11-24T11:00:00+01:00"], Starts(series, 2026, 11, 1, 2026, 12, 1));
    }

    [Theory]
    [InlineData(
        "FREQ=DAILY;UNTIL=20261231",
        "DTSTART;TZID=Europe/Berlin:20261201T090000",
        "FREQ=DAILY;UNTIL=20261231T225959Z"
    )]
    [InlineData(
        "FREQ=DAILY;UNTIL=20261231T090000",
        "DTSTART;TZID=Europe/Berlin:20261201T090000",
        "FREQ=DAILY;UNTIL=20261231T080000Z"
    )]
    [InlineData("FREQ=DAILY;UNTIL=20261231T090000Z", "DTSTART;VALUE=DATE:20261201", "FREQ=DAILY;UNTIL=20261231")]
    [InlineData("RRULE:freq=daily", "DTSTART;VALUE=DATE:20261201", "FREQ=DAILY")]
    public void The_end_of_a_rule_is_written_in_the_form_of_its_beginning(string rule, string start, string written)
    {
        var calendar = IcsReader.Read($"BEGIN:VCALENDAR\n{start}\nEND:VCALENDAR");
        var zones = new ZoneTable(calendar, berlin);

        var fitting = RecurrenceRule
            .Parse(rule)
            .Fitting(EventTime.Read(calendar.Line("DTSTART")!, zones)!.Value, zones);

        Assert.Equal(written, fitting.ToString());
    }

    private static RecurringObject Series(string properties) =>
        new(
            IcsReader.Read($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{properties}\nEND:VEVENT\nEND:VCALENDAR"),
            "VEVENT",
            berlin
        );

    private static List<string> Starts(RecurringObject series, int y1, int m1, int d1, int y2, int m2, int d2) =>
        [
            .. series
                .Between(Utc(y1, m1, d1), Utc(y2, m2, d2))
                .OrderBy(o => o.Span.Start.Instant)
                .Select(o => o.Span.Start.Text(berlin)),
        ];

    private static Instant Utc(int year, int month, int day) => Instant.FromUtc(year, month, day, 0, 0);

    private static IEnumerable<string> IcsLinesOf(string multistatus) =>
        System
            .Xml.Linq.XDocument.Parse(multistatus)
            .Descendants(System.Xml.Linq.XName.Get("calendar-data", "urn:ietf:params:xml:ns:caldav"))
            .Select(data => IcsReader.Read(data.Value))
            .SelectMany(c => c.Components("VEVENT").Select(e => (Event: e, Zones: new ZoneTable(c, berlin))))
            .Where(e => e.Event.Value("UID") is "ev-3@test" or "ev-4@test")
            .Select(e => EventSpan.Of(e.Event, e.Zones)!.Value)
            .Select(s => $"{s.Start.Instant}/{s.End.Instant}");
}
