namespace Gatehouse.Nextcloud.Tools.Paging;

/// <summary>A part of a long text, cut where characters end.</summary>
internal readonly record struct TextPart(string Text, int Offset, int TotalLength, int? NextOffset)
{
    /// <summary>How much of a text is read at once.</summary>
    public const int Usual = 30_000;

    public static TextPart Of(string text, int offset, int length)
    {
        var start = Whole(text, Math.Min(offset, text.Length));
        var end = Whole(text, (int)Math.Min((long)start + length, text.Length));
        // A character of two is read whole by who asks for one, or they would never get further.
        if (end == start && end < text.Length)
            end += 2;
        return new(text[start..end], start, text.Length, end < text.Length ? end : null);
    }

    /// <summary>The place, or the one before it where a character goes over it.</summary>
    private static int Whole(string text, int place) =>
        place > 0 && place < text.Length && char.IsSurrogatePair(text[place - 1], text[place]) ? place - 1 : place;
}
