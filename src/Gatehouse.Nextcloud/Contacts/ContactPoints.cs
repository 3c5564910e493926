using System.Collections.Immutable;
using Gatehouse.Nextcloud.Contacts.VCards;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>Brings the e-mails, phones or web addresses of a card to those it shall have.</summary>
internal static class ContactPoints
{
    public static void Write(VCard card, string name, ImmutableArray<ContactPoint>? points)
    {
        if (points is not { } all)
            return;

        var wanted = all.DistinctBy(p => KeyOf(name, p.Value), StringComparer.Ordinal).ToList();
        foreach (var line in card.All(name).ToList())
        {
            var now = ContactReader.PointOf(card, line);
            var index = wanted.FindIndex(p => KeyOf(name, p.Value) == KeyOf(name, now.Value));
            if (index < 0 || IsOfOtherType(wanted[index], now))
            {
                card.Remove(line);
                continue;
            }

            // Another way to write the same number is a change of the person.
            if (wanted[index].Value.Trim() != now.Value)
                card.SetValue(line, VCardText.Escape(wanted[index].Value.Trim()));
            wanted.RemoveAt(index);
        }

        foreach (var point in wanted)
            VCardType.Add(card, name, VCardText.Escape(point.Value.Trim()), point.Type);
    }

    private static bool IsOfOtherType(ContactPoint wanted, ContactPoint now) =>
        wanted.Type is { } type && !string.Equals(type.Trim(), now.Type ?? "", StringComparison.OrdinalIgnoreCase);

    private static string KeyOf(string name, string value) =>
        name == "TEL" && value.Any(char.IsAsciiDigit)
            ? string.Concat(value.Where(c => char.IsAsciiDigit(c) || c is '+' or '#' or '*'))
            : value.Trim().ToUpperInvariant();
}
