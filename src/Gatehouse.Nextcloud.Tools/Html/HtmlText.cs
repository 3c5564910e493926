using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gatehouse.Nextcloud.Tools.Html;

/// <summary>
/// HTML by strangers, a mail or an article, as text a person would read: what is hidden from people is left away, because it would speak to
/// the model alone. Bounded in length, elements and depth.
/// </summary>
internal static class HtmlText
{
    private const int MaxHtml = 500_000;
    private const int MaxElements = 20_000;

    /// <summary>The parser's parts, which are the same for every document and make a small one dear.</summary>
    private static readonly IConfiguration parts = Configuration.Default;

    private static readonly HashSet<string> silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "object",
        "select",
        "title",
    };

    private static readonly HashSet<string> blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address",
        "article",
        "aside",
        "dd",
        "div",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "section",
        "tr",
    };

    private static readonly HashSet<string> paragraphs = new(StringComparer.OrdinalIgnoreCase)
    {
        "blockquote",
        "dl",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ol",
        "p",
        "pre",
        "table",
        "ul",
    };

    /// <summary>The text.</summary>
    /// <param name="html">A document or a part of one; what exceeds half a million characters is left away.</param>
    /// <param name="keepsLines">It is a plain text with escaped characters: its lines stay as they are.</param>
    public static string Of(string html, bool keepsLines = false)
    {
        var bounded = html.Length <= MaxHtml ? html : html[..MaxHtml];
        return bounded.AsSpan().ContainsAny('<', '&') ? Parsed(bounded, keepsLines) : Plain(bounded, keepsLines);
    }

    /// <summary>Without a tag and an escaped character, what stands there is the text, as most titles are.</summary>
    private static string Plain(string words, bool keepsLines)
    {
        var text = new ReadableText();
        // As a parser reads it: white space in front belongs to nothing, and a line ends with a line feed.
        var read = words.TrimStart('\t', '\n', '\f', '\r', ' ');
        text.Append(
            keepsLines ? read.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : read,
            keepsLines
        );
        return text.ToString();
    }

    private static string Parsed(string html, bool keepsLines)
    {
        try
        {
            var elements = 0;
            var options = new HtmlParserOptions
            {
                IsScripting = false,
                // Some nestings cost the parser time by the square of their elements.
                OnCreated = (_, _) =>
                {
                    if (++elements > MaxElements)
                        throw new FormatException("It has too many elements.");
                },
            };
            using var context = BrowsingContext.New(parts);
            using var document = new HtmlParser(options, context).ParseDocument(html);
            var text = new ReadableText();
            if (document.Body is { } body)
                Write(body, text, keepsLines);
            return text.ToString();
        }
        catch (FormatException)
        {
            return Stripped(html);
        }
    }

    /// <summary>Without recursion: nothing limits how deep strangers nest.</summary>
    private static void Write(IElement body, ReadableText text, bool keepsLines)
    {
        var open = new Stack<(INode Node, bool IsEnd)>();
        open.Push((body, false));
        var kept = keepsLines ? 1 : 0;
        while (open.TryPop(out var step))
        {
            if (step.IsEnd)
            {
                kept -= End((IElement)step.Node, text);
                continue;
            }

            if (step.Node is IText words)
            {
                text.Append(words.Data, kept > 0);
                continue;
            }

            if (step.Node is not IElement element || IsHidden(element))
                continue;

            kept += Begin(element, text);
            open.Push((element, true));
            for (var child = element.LastChild; child is not null; child = child.PreviousSibling)
                open.Push((child, false));
        }
    }

    /// <summary>What stands before an element's text; 1 when its lines are to be kept.</summary>
    private static int Begin(IElement element, ReadableText text)
    {
        Break(element, text);
        switch (element.LocalName)
        {
            case "br":
                text.NewLine();
                break;
            case "hr":
                text.Append("---", keepsLines: false);
                break;
            case "li":
                text.Append("- ", keepsLines: true);
                break;
            case "td" or "th" when element.PreviousElementSibling is not null:
                text.Append(" | ", keepsLines: false);
                break;
            case ['h', >= '1' and <= '6' and var level]:
                text.Append(new string('#', level - '0') + " ", keepsLines: true);
                break;
            case "blockquote":
                text.Quotes++;
                break;
            case "img" when element.GetAttribute("alt") is { Length: > 0 } alt:
                text.Append($"[image: {alt}]", keepsLines: false);
                break;
            case "pre":
                return 1;
            default:
                break;
        }

        return 0;
    }

    private static int End(IElement element, ReadableText text)
    {
        if (element.LocalName == "a" && LinkOf(element) is { } link)
            text.Append($" ({link})", keepsLines: false);
        if (element.LocalName == "blockquote")
            text.Quotes--;
        Break(element, text);
        return element.LocalName == "pre" ? 1 : 0;
    }

    private static void Break(IElement element, ReadableText text)
    {
        if (paragraphs.Contains(element.LocalName))
            text.Break(2);
        else if (blocks.Contains(element.LocalName))
            text.Break(1);
    }

    /// <summary>Where a link leads, when its words do not say so already.</summary>
    private static string? LinkOf(IElement element)
    {
        if (
            !Uri.TryCreate(element.GetAttribute("href"), UriKind.Absolute, out var target)
            || target.Scheme is not ("https" or "http")
        )
            return null;

        var link = Direct(target).AbsoluteUri;
        var words = element.TextContent.Trim();
        return words.Length == 0 || !link.Contains(words.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
            ? link
            : null;
    }

    /// <summary>The Mail app sends links over a page of its own.</summary>
    private static Uri Direct(Uri link)
    {
        if (!link.AbsolutePath.EndsWith("/apps/mail/redirect", StringComparison.Ordinal))
            return link;

        var source = link
            .Query.TrimStart('?')
            .Split('&')
            .FirstOrDefault(p => p.StartsWith("src=", StringComparison.Ordinal));
        return Uri.TryCreate(Uri.UnescapeDataString(source?[4..] ?? ""), UriKind.Absolute, out var target)
            ? target
            : link;
    }

    private static bool IsHidden(IElement element)
    {
        if (silent.Contains(element.LocalName) || element.HasAttribute("hidden"))
            return true;
        if (element.GetAttribute("style") is not { Length: > 0 } style)
            return false;

        var written = string.Concat(style.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return written.Contains("display:none", StringComparison.Ordinal)
            || written.Contains("visibility:hidden", StringComparison.Ordinal)
            || written.Contains("opacity:0;", StringComparison.Ordinal)
            || written.EndsWith("opacity:0", StringComparison.Ordinal)
            || written.Contains("font-size:0", StringComparison.Ordinal)
            || written.Contains("max-height:0", StringComparison.Ordinal);
    }

    /// <summary>What is not between angle brackets: what is left to do with a text that nobody wrote for people.</summary>
    private static string Stripped(string html)
    {
        var text = new StringBuilder(html.Length);
        var isTag = false;
        foreach (var c in html)
        {
            isTag = c == '<' || (isTag && c != '>');
            if (!isTag)
                text.Append(c == '>' ? ' ' : c);
        }

        var words = new ReadableText();
        words.Append(WebUtility.HtmlDecode(text.ToString()), keepsLines: false);
        return words.ToString();
    }
}
