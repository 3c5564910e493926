using System.Text;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>
/// The part of a document's text that is wanted. What comes before it is counted and let go, and what comes after it ends the reading, so
/// that a long document costs what is read of it.
/// </summary>
/// <param name="pages">The pages that are wanted.</param>
/// <param name="offset">How many characters of these pages to leave out.</param>
/// <param name="length">How many characters at most.</param>
internal sealed class TextWindow(PageRange pages, int offset, int length)
{
    private readonly StringBuilder text = new();

    /// <summary>The pages that are wanted.</summary>
    public PageRange Wanted => pages;

    /// <summary>How many characters of these pages are left out.</summary>
    public int Offset => offset;

    /// <summary>How many characters are wanted at most.</summary>
    public int Length => length;

    private int skipped;
    private bool isWanted = true;

    /// <summary>Nothing more is wanted.</summary>
    public bool IsFull { get; private set; }

    /// <summary>How many pages, sheets or slides the document has; null when it has none.</summary>
    public int? Pages { get; set; }

    /// <summary>The text so far, never with half a surrogate pair at its end.</summary>
    public string Text
    {
        get
        {
            var end = text.Length > 0 && IsFull && char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
            return text.ToString(0, end);
        }
    }

    /// <summary>Where to read on; null at the end.</summary>
    public int? NextOffset => IsFull ? offset + Text.Length : null;

    /// <summary>Begins a page; false when it is not wanted.</summary>
    public bool Begin(int page)
    {
        if (page > pages.Last)
            IsPast = true;
        isWanted = pages.Contains(page);
        return isWanted && !IsFull;
    }

    /// <summary>A page after the last one that is wanted was begun.</summary>
    public bool IsPast { get; private set; }

    public void Append(ReadOnlySpan<char> more)
    {
        if (!isWanted || IsFull || more.IsEmpty)
            return;

        var skip = Math.Min(offset - skipped, more.Length);
        skipped += skip;
        more = more[skip..];
        var room = length - text.Length;
        if (more.Length > room)
        {
            IsFull = true;
            more = more[..room];
        }

        text.Append(more);
    }

    public void AppendLine(ReadOnlySpan<char> line = default)
    {
        Append(line);
        Append("\n");
    }
}
