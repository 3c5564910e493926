using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Contacts.VCards;
using Gatehouse.Nextcloud.Dav;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Nextcloud.Tests.Contacts;

public sealed class ContactEditorTests
{
    private const string Text =
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u\r\nFN:Jane Doe\r\nN:Doe;Jane;Q.;Dr.;\r\nEMAIL;TYPE=WORK,pref:jane@example.test\r\n"
        + "EMAIL;TYPE=HOME:jd@example.test\r\nitem1.TEL:+49 170 1234567\r\nitem1.X-ABLabel:Boat\r\n"
        + "ADR;TYPE=HOME:;;Main St 1;Berlin;;10115;Germany\r\nBDAY;VALUE=DATE:1980-02-29\r\nCATEGORIES:Friends,Work\r\n"
        + "X-SOCIALPROFILE;TYPE=x:keep\r\nGEO:1;2\r\nREV:20200101T000000Z\r\nEND:VCARD\r\n";

    private static readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_card_is_read_with_what_people_ask_for_and_names_what_else_it_holds()
    {
        var contact = Read(Text);

        Assert.Equal(("Jane Doe", "Jane", "Doe"), (contact.Name, contact.FirstName, contact.LastName));
        Assert.Equal([new("jane@example.test", "work"), new("jd@example.test", "home")], contact.Emails);
        Assert.Equal([new("+49 170 1234567", "Boat")], contact.Phones);
        Assert.Equal([new("Main St 1", "10115", "Berlin", Region: null, "Germany", "home")], contact.Addresses);
        Assert.Equal("1980-02-29", contact.Birthday);
        Assert.Equal(["Friends", "Work"], contact.Groups);
        Assert.Equal(["X-SOCIALPROFILE", "GEO"], contact.Others);
        Assert.False(contact.HasPhoto);
    }

    [Fact]
    public void Nothing_changed_leaves_every_byte_but_the_revision()
    {
        var now = Read(Text);

        var text = Changed(
            new ContactChange
            {
                Name = now.Name,
                FirstName = now.FirstName,
                LastName = now.LastName,
                Emails = now.Emails,
                Phones = now.Phones,
                Addresses = now.Addresses,
                Birthday = now.Birthday,
                Groups = now.Groups,
            }
        );

        Assert.Equal(Text.Replace("REV:20200101T000000Z", "REV:20261126T050000Z", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Lists_are_brought_to_what_is_wanted_line_by_line()
    {
        var text = Changed(
            new ContactChange
            {
                Emails = [new("JANE@example.test", Type: null), new("new@example.test", "work")],
                Phones = [new("+49 (170) 1234567", Type: null), new("+49 30 555", "My desk")],
                Groups = ["Work", "A, B"],
            }
        );

        Assert.Contains("\r\nEMAIL;TYPE=WORK,pref:JANE@example.test\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nEMAIL;TYPE=WORK:new@example.test\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("jd@example.test", text, StringComparison.Ordinal);
        Assert.Contains(
            "\r\nitem1.TEL:+49 (170) 1234567\r\nitem2.TEL:+49 30 555\r\nitem2.X-ABLabel:My desk\r\nitem1.X-ABLabel:Boat\r\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\r\nCATEGORIES:Work,A\\, B\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nX-SOCIALPROFILE;TYPE=x:keep\r\nGEO:1;2\r\n", text, StringComparison.Ordinal);
        Assert.Equal("My desk", Read(text).Phones[1].Type);
    }

    [Fact]
    public void Parts_of_a_name_nobody_asked_about_stay()
    {
        var text = Changed(new ContactChange { LastName = "Roe; Smith", Name = "Jane Roe" });

        Assert.Contains("\r\nN:Roe\\; Smith;Jane;Q.;Dr.;\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nFN:Jane Roe\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_removes()
    {
        var text = Changed(
            new ContactChange
            {
                Birthday = "",
                Emails = [],
                Addresses = [],
                Groups = [],
                Phones = [],
            }
        );

        Assert.DoesNotContain("BDAY", text, StringComparison.Ordinal);
        Assert.DoesNotContain("EMAIL", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ADR", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CATEGORIES", text, StringComparison.Ordinal);
        Assert.DoesNotContain("item1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1604-05-17", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17", "--05-17", "3.0")]
    [InlineData("--05-17", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17", "--05-17", "3.0")]
    [InlineData("--05-17", "BDAY:--0517", "--05-17", "4.0")]
    [InlineData("1948-05-17", "BDAY:19480517", "1948-05-17", "4.0")]
    public void Birthdays_are_written_in_the_form_of_the_version(
        string birthday,
        string line,
        string read,
        string version
    )
    {
        birthday = birthday == "1604-05-17" ? "--05-17" : birthday;
        var card = VCard.Parse($"BEGIN:VCARD\r\nVERSION:{version}\r\nFN:x\r\nEND:VCARD\r\n");

        ContactEditor.Apply(card, new ContactChange { Birthday = birthday }, time);

        Assert.Contains($"\r\n{line}\r\n", card.ToString(), StringComparison.Ordinal);
        Assert.Equal(read, Read(card.ToString()).Birthday);
    }

    [Fact]
    public void A_picture_is_set_in_the_form_of_the_version_and_removed()
    {
        var photo = new ContactPhoto("image/png", new byte[] { 1, 2, 3 });
        var three = VCard.Parse(Text);
        var four = VCard.Parse("BEGIN:VCARD\nVERSION:4.0\nFN:x\nEND:VCARD\n");

        ContactEditor.Apply(three, new ContactChange { Photo = photo }, time);
        ContactEditor.Apply(four, new ContactChange { Photo = photo }, time);

        Assert.Contains("\r\nPHOTO;ENCODING=b;TYPE=PNG:AQID\r\n", three.ToString(), StringComparison.Ordinal);
        Assert.Contains("\nPHOTO:data:image/png;base64,AQID\n", four.ToString(), StringComparison.Ordinal);
        Assert.True(Read(three.ToString()).HasPhoto);

        ContactEditor.Apply(three, new ContactChange { Photo = new("", default) }, time);

        Assert.False(Read(three.ToString()).HasPhoto);
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("yesterday")]
    [InlineData("--02-30")]
    public void What_is_no_day_is_no_birthday(string birthday) =>
        Assert.Throws<FormatException>(() => Changed(new ContactChange { Birthday = birthday }));

    [Fact]
    public void Endless_values_are_refused_by_name()
    {
        var endless = new string('x', 10_000);

        Assert.Contains(
            "'name' is too long: 10000",
            Assert.Throws<FormatException>(() => Changed(new ContactChange { Name = endless })).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'emails'",
            Assert.Throws<FormatException>(() => Changed(new ContactChange { Emails = [new(endless, null)] })).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            new string('x', 100),
            Read(Changed(new ContactChange { Note = endless })).Note,
            StringComparison.Ordinal
        );
    }

    private static string Changed(ContactChange change)
    {
        var card = VCard.Parse(Text);
        ContactEditor.Apply(card, change, time);
        return card.ToString();
    }

    private static Contact Read(string text) =>
        ContactReader.Read(ContactId.Parse("contacts/u.vcf"), ETag.Parse("e"), VCard.Parse(text));
}
