namespace Gatehouse.Nextcloud.Texts;

/// <summary>The beginning of a text by strangers, where the whole would be too much: in errors, conflicts and lists.</summary>
public static class Beginning
{
    /// <summary>The text itself, or its beginning with a mark that there is more.</summary>
    /// <param name="text">Of any length.</param>
    /// <param name="most">UTF-16 units that are kept at most; one less where the cut would leave half of a surrogate pair.</param>
    /// <param name="more">The mark.</param>
    public static string Of(string text, int most, string more = "…")
    {
        if (text.Length <= most)
            return text;

        var end = most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end] + more;
    }
}
