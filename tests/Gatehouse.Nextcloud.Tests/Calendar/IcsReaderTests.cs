using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Calendar;

public sealed class IcsReaderTests
{
    [Theory]
    [InlineData("08-get-event")]
    [InlineData("37-get-invitation-schedule-status")]
    [InlineData("42-alice-sees-accepted")]
    [InlineData("33-export-ics")]
    public void What_is_not_touched_is_written_as_it_was_read(string recording)
    {
        var text = Recording.Load("caldav", recording).Response.BodyText;

        Assert.Equal(text, IcsReader.Read(text).ToString());
    }

    [Fact]
    public void What_nobody_knows_survives_beside_a_change()
    {
        const string text =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-RELCALID;X-A=\"b;c:d\":1\r\nBEGIN:X-THING\r\nX-INNER:1\r\nEND:X-THING\r\n"
            + "BEGIN:VEVENT\r\nUID:1\r\nx-lower;lang=en:kept\r\nSUMMARY:Old\r\nGEO:1;2\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n"
            + "END:VEVENT\r\nEND:VCALENDAR\r\n";
        var calendar = IcsReader.Read(text);

        calendar.Components("VEVENT").Single().Set(IcsLine.OfText("SUMMARY", "New"));

        Assert.Equal(text.Replace("SUMMARY:Old", "SUMMARY:New", StringComparison.Ordinal), calendar.ToString());
    }

    [Fact]
    public void Parameters_are_read_with_and_without_quotes()
    {
        var calendar = IcsReader.Read(
            "BEGIN:VCALENDAR\nATTENDEE;CN=\"Doe, Jane: Dr.\";PARTSTAT=ACCEPTED:mailto:\n jane@example.test\nEND:VCALENDAR\n"
        );

        var line = calendar.Line("ATTENDEE")!;

        Assert.Equal("Doe, Jane: Dr.", line.Parameter("cn"));
        Assert.Equal("mailto:jane@example.test", line.Value);
        Assert.Equal(
            "ATTENDEE;CN=\"Doe, Jane: Dr.\";PARTSTAT=DECLINED:mailto:jane@example.test",
            line.With("PARTSTAT", "DECLINED").ToString()
        );
    }

    [Theory]
    [InlineData("one\ntwo, three; four\\five", "one\\ntwo\\, three\\; four\\\\five")]
    [InlineData("a\r\nEND:VEVENT\r\nb", "a\\nEND:VEVENT\\nb")]
    [InlineData("bell\u0007", "bell")]
    public void Text_cannot_become_another_property(string text, string written)
    {
        var line = IcsLine.OfText("SUMMARY", text);

        Assert.Equal("SUMMARY:" + written, line.ToString());
        Assert.Equal(
            text.ReplaceLineEndings("\n").Replace("\u0007", "", StringComparison.Ordinal),
            IcsText.Unescape(line.Value)
        );
    }

    [Fact]
    public void A_value_that_is_no_text_keeps_to_its_line_too() =>
        Assert.Equal("URL:https://a.test/END:VEVENT", IcsLine.Of("URL", "https://a.test/\r\nEND:VEVENT").ToString());

    [Fact]
    public void Ten_thousand_characters_and_emoji_fold_between_characters()
    {
        var text = string.Concat(Enumerable.Repeat("😀é日", 3400));

        var lines = IcsLine.OfText("DESCRIPTION", text).ToString().Split("\r\n");

        Assert.All(lines, l => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(l), 1, 75));
        Assert.All(lines, l => Assert.DoesNotContain('\uFFFD', l));
        var read = IcsReader.Read($"BEGIN:VCALENDAR\r\n{string.Join("\r\n", lines)}\r\nEND:VCALENDAR");
        Assert.Equal(text, read.Text("DESCRIPTION"));
    }

    [Theory]
    [InlineData("", "not one VCALENDAR")]
    [InlineData("not a calendar", "Line 1 is no property")]
    [InlineData("<html><body>Log in: please</body></html>", "does not begin with BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", "ends what was not begun")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1", "BEGIN:VEVENT has no END")]
    [InlineData("BEGIN:VCARD\nFN:x\nEND:VCARD", "not one VCALENDAR")]
    public void What_is_no_calendar_is_said_to_be_none(string text, string why) =>
        Assert.Contains(
            why,
            Assert.Throws<FormatException>(() => IcsReader.Read(text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Depth_is_bounded() =>
        Assert.Contains(
            "too deep",
            Assert
                .Throws<FormatException>(() =>
                    IcsReader.Read(string.Concat(Enumerable.Repeat("BEGIN:VEVENT\n", 100_000)))
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Categories_are_a_list_of_texts() => Assert.Equal(["a,b", "c"], IcsText.UnescapeList("a\\,b,c"));
}
