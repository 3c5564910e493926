using System.Text;

namespace Gatehouse.Nextcloud.Tools.Html;

/// <summary>Puts words together as pages do: spaces run together, blocks begin on lines of their own, quotes are marked.</summary>
internal sealed class ReadableText
{
    private readonly StringBuilder text = new();
    private int breaks;
    private bool isSpaceDue;

    /// <summary>How many quotes the text to come is in.</summary>
    public int Quotes { get; set; }

    /// <summary>What comes next begins on another line, or, with 2, behind an empty one.</summary>
    public void Break(int lines) => breaks = Math.Max(breaks, text.Length == 0 ? 0 : lines);

    /// <summary>A line ends here, wherever it stands.</summary>
    public void NewLine()
    {
        if (text.Length > 0)
            breaks = Math.Min(breaks + 1, 2);
    }

    public void Append(string words, bool keepsLines)
    {
        foreach (var c in words)
        {
            if (keepsLines && c == '\n')
                NewLine();
            else if (!keepsLines && (char.IsWhiteSpace(c) || IsInvisible(c)))
                isSpaceDue |= !IsInvisible(c);
            else if (!char.IsControl(c) || c == '\t')
                Append(c);
        }
    }

    public override string ToString() => text.ToString().TrimEnd();

    /// <summary>Characters that mails hide their previews behind.</summary>
    private static bool IsInvisible(char c) => c is '\u200b' or '\u200c' or '\u034f' or '\u00ad' or '\ufeff';

    private void Append(char c)
    {
        if (breaks > 0)
        {
            TrimLine();
            for (; breaks > 0; breaks--)
                text.Append('\n').Append('>', Math.Min(Quotes, 8)).Append(Quotes > 0 ? " " : "");
        }
        else if (text.Length == 0 && Quotes > 0)
            text.Append('>', Math.Min(Quotes, 8)).Append(' ');
        else if (isSpaceDue && text.Length > 0 && text[^1] is not (' ' or '\n'))
            text.Append(' ');

        isSpaceDue = false;
        text.Append(c);
    }

    private void TrimLine()
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
    }
}
