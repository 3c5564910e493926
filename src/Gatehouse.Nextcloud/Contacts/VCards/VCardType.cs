namespace Gatehouse.Nextcloud.Contacts.VCards;

/// <summary>What an address or number is for: TYPE for words, Apple's label (which Nextcloud shows too) for everything else.</summary>
internal static class VCardType
{
    /// <summary>The words of RFC 2426 and 6350 that say what something is for, and what apps write beside them.</summary>
    private static readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase)
    {
        "home",
        "work",
        "cell",
        "mobile",
        "fax",
        "pager",
        "text",
        "textphone",
        "video",
        "car",
        "msg",
        "main",
        "other",
        "isdn",
        "postal",
        "parcel",
        "dom",
        "intl",
    };

    public static void Add(VCard card, string name, string value, string? type)
    {
        var words = (type ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            card.Add(name, value);
        }
        else if (words.All(known.Contains))
        {
            card.Add(name, value, $"TYPE={string.Join(',', words.Select(Known))}");
        }
        else
        {
            var group = FreeGroup(card);
            card.Add($"{group}.{name}", value);
            card.Add($"{group}.X-ABLabel", VCardText.Escape(type!.Trim()));
        }
    }

    private static string Known(string word) =>
        word.Equals("mobile", StringComparison.OrdinalIgnoreCase) ? "CELL" : word.ToUpperInvariant();

    private static string FreeGroup(VCard card)
    {
        var number = 1;
        while (card.Lines.Any(l => string.Equals(l.Group, $"item{number}", StringComparison.OrdinalIgnoreCase)))
            number++;
        return $"item{number}";
    }
}
