using System.Collections.Immutable;
using Gatehouse.Nextcloud.Contacts.VCards;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>Makes contacts of cards.</summary>
internal static class ContactReader
{
    private static readonly HashSet<string> noise = new(StringComparer.Ordinal) { "pref", "voice", "internet", "x-" };

    private static readonly HashSet<string> shown = new(StringComparer.Ordinal)
    {
        "VERSION",
        "PRODID",
        "REV",
        "UID",
        "FN",
        "N",
        "NICKNAME",
        "ORG",
        "TITLE",
        "EMAIL",
        "TEL",
        "URL",
        "ADR",
        "BDAY",
        "NOTE",
        "CATEGORIES",
        "PHOTO",
        "X-ABLABEL",
    };

    public static Contact Read(ContactId id, ETag etag, VCard card)
    {
        var name = VCardText.Split(card.First("N")?.Value ?? "", ';');
        var emails = Points(card, "EMAIL");
        var organization = Joined(card.First("ORG")?.Value, ';', "; ");
        return new Contact(
            id,
            etag,
            Text(card, "FN") ?? Whole(name) ?? organization ?? emails.FirstOrDefault()?.Value ?? "(no name)"
        )
        {
            Uid = Text(card, "UID"),
            LastName = Part(name, 0),
            FirstName = Part(name, 1),
            Nickname = Joined(card.First("NICKNAME")?.Value, ',', ", "),
            Organization = organization,
            Title = Text(card, "TITLE"),
            Emails = emails,
            Phones = Points(card, "TEL"),
            Urls = Points(card, "URL"),
            Addresses = [.. card.All("ADR").Select(l => AddressOf(card, l))],
            Birthday = ContactBirthday.Read(card.First("BDAY")),
            Note = Text(card, "NOTE"),
            Groups = GroupsOf(card),
            HasPhoto = card.First("PHOTO") is not null,
            Others =
            [
                .. card
                    .Lines.Select(l => l.Name)
                    .Where(n => !shown.Contains(n))
                    .Distinct(StringComparer.Ordinal)
                    .Take(50),
            ],
        };
    }

    public static ImmutableArray<string> GroupsOf(VCard card) =>
        [
            .. card.All("CATEGORIES")
                .SelectMany(l => VCardText.Split(l.Value, ','))
                .Select(g => g.Trim())
                .Where(g => g.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    public static ContactPoint PointOf(VCard card, VCardLine line) => new(ValueOf(line), TypeOf(card, line));

    public static PostalAddress AddressOf(VCard card, VCardLine line)
    {
        var parts = VCardText.Split(line.Value, ';');
        var street = string.Join(
            ", ",
            new[] { Part(parts, 0), Part(parts, 1), Part(parts, 2) }.Where(p => p is not null)
        );
        return new(
            street.Length == 0 ? null : street,
            Part(parts, 5),
            Part(parts, 3),
            Part(parts, 4),
            Part(parts, 6),
            TypeOf(card, line)
        );
    }

    private static ImmutableArray<ContactPoint> Points(VCard card, string name) =>
        [.. card.All(name).Select(l => PointOf(card, l)).Where(p => p.Value.Length > 0)];

    /// <summary>vCard 4 may write phones and addresses as URIs.</summary>
    private static string ValueOf(VCardLine line)
    {
        var text = VCardText.Unescape(line.Value).Trim();
        return line.Name switch
        {
            "TEL" when text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) => text[4..],
            "EMAIL" when text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) => text[7..],
            _ => text,
        };
    }

    private static string? TypeOf(VCard card, VCardLine line)
    {
        if (card.LabelOf(line) is { Length: > 0 } label)
            return label;

        var types = string.Join(
            ' ',
            line.Values("TYPE").Where(t => !noise.Contains(t)).Distinct(StringComparer.Ordinal)
        );
        return types.Length == 0 ? null : types;
    }

    private static string? Text(VCard card, string name) =>
        card.First(name) is { } line && VCardText.Unescape(line.Value).Trim() is { Length: > 0 } text ? text : null;

    private static string? Joined(string? value, char separator, string glue)
    {
        var parts = VCardText.Split(value ?? "", separator).Select(p => p.Trim()).Where(p => p.Length > 0);
        var text = string.Join(glue, parts);
        return text.Length == 0 ? null : text;
    }

    private static string? Part(string[] parts, int index) =>
        index < parts.Length && parts[index].Trim() is { Length: > 0 } part ? part : null;

    private static string? Whole(string[] name) =>
        string.Join(' ', new[] { Part(name, 1), Part(name, 0) }.Where(p => p is not null)) is { Length: > 0 } whole
            ? whole
            : null;
}
