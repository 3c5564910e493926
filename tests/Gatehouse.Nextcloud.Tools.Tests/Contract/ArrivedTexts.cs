using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>
/// All texts a cloud reads out of a request, in the ways it does: names in the path, values of the query, of headers, of JSON, of XML, of
/// properties of calendars and cards.
/// </summary>
internal static partial class ArrivedTexts
{
    public static IEnumerable<string> Of(SentRequest request) =>
        OfPath(request.Path)
            .Concat(OfQuery(request.Path))
            .Concat(OfPath(request.Header("Destination") ?? ""))
            .Concat(request.Headers.Values.Select(value => value.Trim('"')))
            .Concat(OfBody(request))
            .Select(Plain);

    /// <summary>A text without what tools take away from both ends, and with line feeds only.</summary>
    public static string Plain(string text) => text.Trim().Trim('/').Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Each name, and all that follow it, since a path of a file is several.</summary>
    private static IEnumerable<string> OfPath(string path)
    {
        var names = path.Split('?')[0].Split('/').Select(Uri.UnescapeDataString).ToArray();
        return names.Concat(Enumerable.Range(0, names.Length).Select(from => string.Join('/', names[from..])));
    }

    private static IEnumerable<string> OfQuery(string path) =>
        path.Contains('?', StringComparison.Ordinal)
            ? path.Split('?', 2)[1].Split('&').Select(pair => Uri.UnescapeDataString(pair.Split('=', 2)[^1]))
            : [];

    private static IEnumerable<string> OfBody(SentRequest request)
    {
        var type = request.Header("Content-Type") ?? "";
        if (type.Contains("json", StringComparison.Ordinal))
            return TextLeaves.Of(JsonNode.Parse(request.BodyText)!).Select(leaf => leaf.Value);
        if (type.Contains("xml", StringComparison.Ordinal))
            return XDocument
                .Parse(request.BodyText)
                .Descendants()
                .SelectMany(element => element.Attributes().Select(one => one.Value).Append(element.Value));
        return OfProperties(request.BodyText).Append(request.BodyText);
    }

    /// <summary>RFC 5545 §3.1, RFC 6350 §3.2: unfolded, without their names, unescaped.</summary>
    private static IEnumerable<string> OfProperties(string body) =>
        Fold()
            .Replace(body, "")
            .Split("\r\n")
            .Select(line => line.Split(':', 2)[^1])
            .Select(value =>
                Escaped().Replace(value, found => found.Value is "\\n" or "\\N" ? "\n" : found.Value[1..])
            );

    [GeneratedRegex("\r\n[ \t]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fold();

    [GeneratedRegex(@"\\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}
