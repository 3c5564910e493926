using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>RFC 6578: what changed since a token. A token nobody gave finds no changes, as in the real one.</summary>
internal static class SyncReport
{
    public static async Task AnswerAsync(
        DavCall call,
        XElement report,
        ObjectCollection collection,
        Func<StoredObject, IReadOnlyList<XName>, XElement> response,
        Func<string, string> href
    )
    {
        var names = DavXml.PropNames(report);
        var token = report.Element(DavNames.D + "sync-token")?.Value ?? "";
        var responses =
            token.Length == 0
                ? collection
                    .Objects.OrderBy(item => item.Name, StringComparer.Ordinal)
                    .Select(item => response(item, names))
                : Since(token)
                    .Select(name => collection.Find(name) is { } item ? response(item, names) : Gone(href(name)));
        await DavXml.MultistatusAsync(
            call.Response,
            responses.Append(new XElement(DavNames.D + "sync-token", collection.Token))
        );

        IEnumerable<string> Since(string last)
        {
            var number = long.TryParse(
                last.Replace(ObjectCollection.TokenPrefix, "", StringComparison.Ordinal),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var parsed
            )
                ? parsed
                : long.MaxValue;
            return collection
                .Changes.Where(change => change.Token > number)
                .Select(change => change.Name)
                .Distinct(StringComparer.Ordinal);
        }
    }

    private static XElement Gone(string href) =>
        new(
            DavNames.D + "response",
            new XElement(DavNames.D + "href", href),
            new XElement(DavNames.D + "status", "HTTP/1.1 404 Not Found")
        );
}
