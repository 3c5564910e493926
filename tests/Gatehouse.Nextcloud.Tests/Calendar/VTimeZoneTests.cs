using Gatehouse.Nextcloud.Calendar.Times;
using NodaTime;

namespace Gatehouse.Nextcloud.Tests.Calendar;

public sealed class VTimeZoneTests
{
    [Fact]
    public void Berlin_changes_by_two_rules()
    {
        var text = VTimeZone.Of(TimeZoneId.Parse("Europe/Berlin"), 2026).ToString();

        Assert.Contains(
            "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:20190331T020000\r\n"
                + "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", text, StringComparison.Ordinal);
    }

    [Fact]
    public void New_York_changes_by_the_second_and_the_first_sunday()
    {
        var text = VTimeZone.Of(TimeZoneId.Parse("America/New_York"), 2026).ToString();

        Assert.Contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", text, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_without_changes_is_one_observance() =>
        Assert.Equal(
            "BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nTZNAME:JST\r\n"
                + "DTSTART:19700101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
            VTimeZone.Of(TimeZoneId.Parse("Asia/Tokyo"), 2026).ToString()
        );

    [Fact]
    public void A_zone_that_changes_by_no_rule_is_written_change_by_change()
    {
        var text = VTimeZone.Of(TimeZoneId.Parse("Africa/Cairo"), 2016).ToString();

        Assert.DoesNotContain("RRULE:FREQ=YEARLY;BYMONTH=7", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    public void Zones_are_found_by_the_names_calendars_give_them(string name, string id) =>
        Assert.Equal(id, TimeZoneId.Parse(name).ToString());

    [Fact]
    public void A_name_of_no_zone_is_refused() => Assert.False(TimeZoneId.TryParse("Mars/Olympus", out _));

    [Fact]
    public void A_definition_nobody_knows_gives_its_offset()
    {
        var calendar = Gatehouse.Nextcloud.Calendar.Ics.IcsReader.Read(
            "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Custom\nBEGIN:STANDARD\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\n"
                + "DTSTART:19700101T000000\nEND:STANDARD\nEND:VTIMEZONE\nEND:VCALENDAR"
        );

        var zone = new ZoneTable(calendar, TimeZoneId.Utc).Find("Custom");

        Assert.Equal(Offset.FromHoursAndMinutes(5, 30), zone.Zone.GetUtcOffset(Instant.FromUnixTimeSeconds(0)));
    }
}
