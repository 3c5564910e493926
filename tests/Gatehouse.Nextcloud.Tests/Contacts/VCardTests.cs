using FsCheck.Xunit;
using Gatehouse.Nextcloud.Contacts.VCards;

namespace Gatehouse.Nextcloud.Tests.Contacts;

public sealed class VCardTests
{
    private const string Odd =
        "BEGIN:VCARD\r\nVERSION:3.0\r\nitem1.EMAIL;type=INTERNET;TYPE=\"work,pref\":a@example.com\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n"
        + "X-UNKNOWN;A=1;b=\"x:y;z\":keep\\, me\r\n  please\r\n\tand me\r\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n BBBB\r\nfn:Odd One\r\nend:vcard\r\n";

    [Theory]
    [InlineData(Odd)]
    [InlineData("BEGIN:VCARD\nVERSION:4.0\nFN:Line\n feeds\nEND:VCARD")]
    [InlineData("\r\nBEGIN:VCARD\r\nFN:x\r\n\r\nEND:VCARD\r\n\r\n")]
    public void What_is_read_is_written_back_to_the_byte(string text)
    {
        // Blank lines between lines carry nothing; everywhere else not a byte is lost.
        Assert.Equal(text.Replace("x\r\n\r\nE", "x\r\nE", StringComparison.Ordinal), VCard.Parse(text).ToString());
    }

    [Fact]
    public void Folds_groups_parameters_and_small_letters_are_understood()
    {
        var card = VCard.Parse(Odd);

        Assert.Equal("keep\\, me pleaseand me", card.First("X-UNKNOWN")?.Value);
        Assert.Equal("x:y;z", card.First("X-UNKNOWN")?.Parameters[1].Value);
        Assert.Equal(["internet", "work", "pref"], card.First("EMAIL")!.Values("TYPE"));
        Assert.Equal("Work", card.LabelOf(card.First("EMAIL")!));
        Assert.Equal("AAAABBBB", card.First("PHOTO")?.Value);
        Assert.Equal("Odd One", card.First("FN")?.Value);
    }

    [Fact]
    public void A_change_touches_its_line_only()
    {
        var card = VCard.Parse(Odd);

        card.Set("FN", "Even One");

        Assert.Equal(Odd.Replace("fn:Odd One", "fn:Even One", StringComparison.Ordinal), card.ToString());
    }

    [Fact]
    public void A_line_that_goes_takes_its_label_along()
    {
        var card = VCard.Parse(Odd);

        card.Remove(card.First("EMAIL")!);

        Assert.DoesNotContain("item1", card.ToString(), StringComparison.Ordinal);
        Assert.Contains("X-UNKNOWN", card.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_lines_are_folded_between_characters_at_75_octets()
    {
        var card = VCard.Create("u");
        var note = string.Concat(Enumerable.Repeat("Größe 🎉 ", 50));

        card.Add("NOTE", VCardText.Escape(note));

        Assert.All(
            card.ToString().Split("\r\n"),
            line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line)
        );
        Assert.Equal(note, VCardText.Unescape(VCard.Parse(card.ToString()).First("NOTE")!.Value));
    }

    [Theory]
    [InlineData("", "BEGIN:VCARD")]
    [InlineData("<html><body>Login</body></html>", "BEGIN:VCARD")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "BEGIN:VCARD")]
    [InlineData("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Half", "END:VCARD")]
    [InlineData("BEGIN:VCARD\r\nFN:1\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:2\r\nEND:VCARD\r\n", "more than one")]
    [InlineData("BEGIN:VCARD\r\nFN:1\r\nBEGIN:VCARD\r\nFN:2\r\nEND:VCARD\r\nEND:VCARD\r\n", "more than one")]
    [InlineData("BEGIN:VCARD\r\nFN:1\r\nno colon here\r\nEND:VCARD\r\n", "line 3")]
    public void What_is_no_whole_card_is_refused_and_says_why(string text, string why)
    {
        var error = Assert.Throws<FormatException>(() => VCard.Parse(text));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_of_endless_lines_is_refused()
    {
        var text = "BEGIN:VCARD\r\n" + string.Concat(Enumerable.Repeat("NOTE:x\r\n", 20_001)) + "END:VCARD\r\n";

        Assert.Contains(
            "20000 lines",
            Assert.Throws<FormatException>(() => VCard.Parse(text)).Message,
            StringComparison.Ordinal
        );
    }

    [Property]
    public void Any_text_comes_back_from_a_card(string? text)
    {
        var wanted = string.Concat((text ?? "").ReplaceLineEndings("\n").EnumerateRunes().Where(IsText));
        var card = VCard.Create("u");

        card.Add("X-TEXT", VCardText.Escape(text ?? ""));
        card.Add("X-PARTS", VCardText.Join([wanted, wanted, ""], ';'));

        var read = VCard.Parse(card.ToString());
        Assert.Equal(wanted, VCardText.Unescape(read.First("X-TEXT")!.Value));
        Assert.Equal([wanted, wanted, ""], VCardText.Split(read.First("X-PARTS")!.Value, ';'));
    }

    [Property]
    public void No_text_is_taken_for_another_than_it_is(string? text)
    {
        var wrapped = "BEGIN:VCARD\r\n" + text + "\r\nEND:VCARD\r\n";
        try
        {
            var once = VCard.Parse(wrapped).ToString();
            Assert.Equal(once, VCard.Parse(once).ToString());
        }
        catch (FormatException error)
        {
            Assert.NotEmpty(error.Message);
        }
    }

    private static bool IsText(System.Text.Rune rune) =>
        rune.Value is '\n' or '\t' or >= 0x20 and not 0x7f and not 0xfffd;
}
