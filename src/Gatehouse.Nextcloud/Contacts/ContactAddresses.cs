using System.Collections.Immutable;
using Gatehouse.Nextcloud.Contacts.VCards;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>Brings the postal addresses of a card to those it shall have.</summary>
internal static class ContactAddresses
{
    public static void Write(VCard card, ImmutableArray<PostalAddress>? addresses)
    {
        if (addresses is not { } all)
            return;

        var wanted = all.ToList();
        foreach (var line in card.All("ADR").ToList())
        {
            var now = ContactReader.AddressOf(card, line);
            var index = wanted.FindIndex(a => IsSame(a, now));
            if (index < 0)
                card.Remove(line);
            else
                wanted.RemoveAt(index);
        }

        foreach (var address in wanted)
        {
            string?[] parts =
            [
                null,
                null,
                address.Street,
                address.City,
                address.Region,
                address.PostalCode,
                address.Country,
            ];
            VCardType.Add(card, "ADR", VCardText.Join(parts.Select(p => p?.Trim() ?? ""), ';'), address.Type);
        }
    }

    private static bool IsSame(PostalAddress wanted, PostalAddress now) =>
        wanted with { Type = wanted.Type ?? now.Type } == now;
}
