using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>A digest of what a write would overwrite: title, text, list, dates, archive mark, labels, people.</summary>
internal static class CardVersion
{
    private const int Length = 16;

    public static ETag Of(Card card)
    {
        var text = new StringBuilder();
        Add(text, card.Title);
        Add(text, card.Description);
        Add(text, card.StackId.ToString(CultureInfo.InvariantCulture));
        Add(text, Seconds(card.Due));
        Add(text, Seconds(card.Done));
        Add(text, card.IsArchived ? "archived" : "");
        Add(text, string.Join(',', card.Labels.Select(l => l.Id).Order()));
        foreach (var user in card.AssignedUsers.OrderBy(u => u.Id, StringComparer.Ordinal).ThenBy(u => u.Kind))
            Add(text, $"{user.Kind}:{user.Id}");
        return ETag.Parse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Length]);
    }

    /// <summary>With its length, so that a text cannot pass for two.</summary>
    private static void Add(StringBuilder text, string part) =>
        text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");

    private static string Seconds(DateTimeOffset? time) =>
        time?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "";
}
