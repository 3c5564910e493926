using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.DemoCloud.Tests.Replay;

/// <summary>Says in what an answer differs from the recorded one where it matters.</summary>
internal sealed partial class Comparison(Recording recording, Answer actual, Learned learned)
{
    /// <summary>Compared word for word; missing must be missing.</summary>
    private static readonly string[] SameHeaders =
    [
        "Content-Type",
        "WWW-Authenticate",
        "Allow",
        "DAV",
        "Location",
        "X-User-Id",
        "X-Notes-API-Versions",
        "X-Notes-Chunk-Pending",
        "X-OC-MTime",
        "Content-Range",
        "Content-Disposition",
        "Retry-After",
        "X-Nextcloud-Maintenance-Mode",
        "MS-Author-Via",
        "Vary",
        "Access-Control-Allow-Origin",
        "Access-Control-Allow-Methods",
        "Access-Control-Allow-Headers",
        "Access-Control-Max-Age",
        "Access-Control-Allow-Credentials",
    ];

    /// <summary>Present or missing as recorded; their values cannot be the same.</summary>
    private static readonly string[] PresentHeaders =
    [
        "ETag",
        "OC-ETag",
        "OC-FileId",
        "Last-Modified",
        "X-Notes-Chunk-Cursor",
        "X-Chat-Last-Given",
        "X-Chat-Last-Common-Read",
    ];

    private readonly RecordedResponse expected = recording.Response;

    /// <summary>The body holds data of apps that do not exist here: what is there must have the recorded form, the rest may be missing.</summary>
    public bool IsPartOnly { get; init; }

    /// <summary>The error's words come from another XML parser.</summary>
    public bool IsWordedFreely { get; init; }

    /// <summary>The request leaves open which of the resources comes.</summary>
    public bool IsInAnyOrder { get; init; }

    public IEnumerable<string> Differences()
    {
        if (actual.Status != expected.Status)
        {
            return [$"status {actual.Status}, recorded {expected.Status}: {Start(actual.Text)}"];
        }

        return Headers().Concat(Body());
    }

    private IEnumerable<string> Headers()
    {
        foreach (var name in SameHeaders)
        {
            var recorded = expected.Header(name) is { } value ? learned.Apply(value) : null;
            var now = actual.Header(name);
            if (!Normal(now).Equals(Normal(recorded), StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{name}: {now ?? "missing"}, recorded {recorded ?? "missing"}";
            }
        }

        foreach (var name in PresentHeaders)
        {
            if (actual.Header(name) is null != expected.Header(name) is null)
            {
                yield return $"{name}: {actual.Header(name) ?? "missing"}, recorded {expected.Header(name) ?? "missing"}";
            }
        }
    }

    private IEnumerable<string> Body() =>
        expected.Html is not null ? Page(expected.Html)
        : expected.Body.Length == 0 ? (actual.Body.Length == 0 ? [] : [$"a body, recorded none: {Start(actual.Text)}"])
        : expected.MediaType == "application/json" ? Json()
        : expected.MediaType == "application/xml" && expected.BodyText.StartsWith("<?xml", StringComparison.Ordinal)
            ? Xml()
        : actual.Body.AsSpan().SequenceEqual(expected.Body.AsSpan()) ? []
        : expected.MediaType == "text/calendar"
        && Made().Replace(actual.Text, "*") == Made().Replace(expected.BodyText, "*")
            ? []
        : [$"body {Start(actual.Text)}, recorded {Start(expected.BodyText)}"];

    private IEnumerable<string> Json()
    {
        var isNote = expected.BodyText.Contains("\"etag\"", StringComparison.Ordinal);
        if (expected.Status >= 400 && !isNote)
        {
            return Exactly();
        }

        return Sets(Shape.OfJson(actual.Text), Shape.OfJson(expected.BodyText));
    }

    private IEnumerable<string> Xml()
    {
        var form = Sets(Shape.OfXml(actual.Text), Shape.OfXml(expected.BodyText));
        return expected.Status >= 400 ? (IsWordedFreely ? form : Exactly()) : form.Concat(Hrefs());
    }

    private IEnumerable<string> Hrefs()
    {
        var now = HrefsOf(actual.Text);
        var recorded = HrefsOf(learned.Apply(expected.BodyText));
        return IsInAnyOrder || now.SequenceEqual(recorded, StringComparer.Ordinal)
            ? []
            : [$"resources {string.Join(' ', now)}, recorded {string.Join(' ', recorded)}"];
    }

    private static string[] HrefsOf(string xml) =>
        [
            .. XElement
                .Parse(xml)
                .Elements(XName.Get("response", "DAV:"))
                .Select(response => NewName().Replace(response.Element(XName.Get("href", "DAV:"))!.Value, "*"))
                .Order(StringComparer.Ordinal),
        ];

    private IEnumerable<string> Exactly()
    {
        var recorded = learned.Apply(expected.BodyText);
        return RequestId().Replace(actual.Text, "*") == RequestId().Replace(recorded, "*")
            ? []
            : [$"body {actual.Text}, recorded {recorded}"];
    }

    private IEnumerable<string> Sets(SortedSet<string> now, SortedSet<string> recorded) =>
        now.Except(recorded, StringComparer.Ordinal)
            .Select(path => $"has {path}, not recorded")
            .Concat(
                IsPartOnly
                    ? []
                    : recorded.Except(now, StringComparer.Ordinal).Select(path => $"lacks {path}, which was recorded")
            );

    private IEnumerable<string> Page(RecordedHtml recorded)
    {
        var page = new HtmlParser().ParseDocument(actual.Text);
        if (page.Title != recorded.Title)
        {
            yield return $"title {page.Title}, recorded {recorded.Title}";
        }

        if (recorded.Text.Split("Please enable JavaScript and reload the page.")[^1].Length > 70)
        {
            var heading = page.QuerySelector("h1")?.TextContent;
            if (heading is null || !recorded.Text.Contains(heading, StringComparison.Ordinal))
            {
                yield return $"heading {heading} of {Start(actual.Text)}, recorded {recorded.Text}";
            }
        }

        foreach (var form in recorded.Forms.Select(html => new HtmlParser().ParseDocument(html).Forms[0]))
        {
            if (!page.Forms.Any(one => IsSame(one, form)))
            {
                yield return $"no form like {form.OuterHtml}";
            }
        }
    }

    /// <summary>Same method, same target (query aside: a GET form has it in fields), and at least the recorded fields.</summary>
    private bool IsSame(IHtmlFormElement now, IHtmlFormElement recorded) =>
        now.Method == recorded.Method && Target(now) == Target(recorded) && Fields(recorded).All(Fields(now).Contains);

    private string Target(IHtmlFormElement form) => learned.Apply(form.GetAttribute("action")!).Split('?')[0];

    private static IEnumerable<string?> Fields(IHtmlFormElement form) =>
        form.QuerySelectorAll("input[name]").Select(input => input.GetAttribute("name"));

    /// <summary>Tokens and the day differ by nature.</summary>
    private static string Normal(string? header) => Token().Replace(header ?? "", "TOKEN");

    private static string Start(string text) => text.Length > 300 ? text[..300] : text;

    /// <summary>What a server makes anew in a name: an id, or the time something was deleted.</summary>
    [GeneratedRegex(
        @"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=\.d)[0-9]{10}$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NewName();

    /// <summary>What a server makes anew in a calendar object: its stamps and its ids.</summary>
    [GeneratedRegex(
        "(?<=DTSTAMP:)[0-9TZ]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Made();

    /// <summary>What a failure is reported by.</summary>
    [GeneratedRegex("""(?<="requestId":"|request ID \\")[0-9A-Za-z]{20}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RequestId();

    [GeneratedRegex("(?<=stateToken(=|%3D))[^&]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
