using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Tests.Calendar;

public sealed class EventTimeTests
{
    private static readonly TimeZoneId berlin = TimeZoneId.Parse("Europe/Berlin");

    [Theory]
    [InlineData("2026-12-01", "DTSTART;VALUE=DATE:20261201")]
    [InlineData("2026-12-01T10:00", "DTSTART;TZID=Europe/Berlin:20261201T100000")]
    [InlineData("2026-12-01 10:00:30", "DTSTART;TZID=Europe/Berlin:20261201T100030")]
    [InlineData("2026-12-01T10:00:00Z", "DTSTART;TZID=Europe/Berlin:20261201T110000")]
    [InlineData("2026-07-01T10:00-04:00", "DTSTART;TZID=Europe/Berlin:20260701T160000")]
    public void What_people_write_becomes_a_time_in_their_zone(string text, string line)
    {
        Assert.True(EventTime.TryParse(text, berlin, out var time));
        Assert.Equal(line, time.Line("DTSTART").ToString());
    }

    [Theory]
    [InlineData("2026-12-01T10:00:00+01:00")]
    [InlineData("2026-07-01T10:00:00+02:00")]
    [InlineData("2026-12-01")]
    public void What_is_shown_is_understood_again(string text)
    {
        Assert.True(EventTime.TryParse(text, berlin, out var time));
        Assert.Equal(text, time.Text(berlin));
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2026-02-30")]
    [InlineData("0001-01-01")]
    [InlineData("9999-01-01T00:00")]
    public void What_is_no_time_is_refused(string? text) => Assert.False(EventTime.TryParse(text, berlin, out _));

    [Fact]
    public void A_time_the_clocks_jump_over_is_the_one_after() =>
        Assert.Equal(
            new DateTimeOffset(2026, 3, 29, 3, 30, 0, TimeSpan.FromHours(2)),
            berlin.MomentOf(new DateOnly(2026, 3, 29), new TimeOnly(2, 30))
        );

    [Theory]
    [InlineData("PT1H30M", 0, 5400)]
    [InlineData("-P1DT2H", -1, -7200)]
    [InlineData("P2W", 14, 0)]
    public void Durations_are_read(string text, int days, int seconds) =>
        Assert.Equal(new IcsDuration(days, seconds), IcsDuration.Parse(text));

    [Theory]
    [InlineData("P")]
    [InlineData("1H")]
    [InlineData("P99999999999D")]
    public void What_is_no_duration_is_none(string text) => Assert.Null(IcsDuration.Parse(text));
}
