namespace Gatehouse.Nextcloud.Tools.Paging;

/// <summary>A part of a long text, cut where characters end.</summary>
internal readonly record struct TextPart(string Text, int Offset, int TotalLength, int? NextOffset)
{
    /// <summary>How much of a text is read at once.</summary>
    public const int Usual = 30_000;

    public static TextPart Of(string text, int offset, int length)
    {
        var start = Math.Min(offset, text.Length);
        var end = (int)Math.Min((long)start + length, text.Length);
        if (end < text.Length && end - start > 1 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return new(text[start..end], start, text.Length, end < text.Length ? end : null);
    }
}
