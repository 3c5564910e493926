using System.Text.RegularExpressions;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>
/// RFC 4918 §10.4, as far as clients use it here: <c>If: &lt;file&gt; (["etag"])</c> on a MOVE, whose If-Match would speak of the source.
/// Of the lists for one URL any may hold, of the URLs all must. There are no locks, so that no list with a token holds.
/// </summary>
internal static partial class IfHeader
{
    /// <summary>The error of the first condition that does not hold.</summary>
    /// <param name="call">The request.</param>
    /// <param name="find">What lies at a path of the caller's files.</param>
    public static DavError? Check(DavCall call, Func<FilePath, FileNode?> find)
    {
        var conditions = new List<(string Uri, bool Holds)>();
        foreach (Match list in List().Matches(call.Headers["If"].ToString()))
        {
            var uri = list.Groups["uri"].Value;
            if (uri.Length == 0 && conditions.Count > 0)
            {
                uri = conditions[^1].Uri;
            }

            // Without a URL it speaks of the request's own, which is no file.
            if (FileAt(call, uri) is { } path && find(path) is null)
            {
                return DavError.NotFound($"File with name {path} could not be located");
            }

            var etag = list.Groups["etag"].Value.Trim('"');
            var isSame = FileAt(call, uri) is { } there && find(there) is { IsFolder: false } node && node.ETag == etag;
            var holds = !list.Groups["token"].Success && isSame;
            conditions.Add((uri, holds != list.Groups["not"].Success));
        }

        var failed = conditions
            .GroupBy(one => one.Uri, StringComparer.Ordinal)
            .FirstOrDefault(one => !one.Any(list => list.Holds));
        return failed is null
            ? null
            : DavError.PreconditionFailed(
                $"Failed to find a valid token/etag combination for {FileAt(call, failed.Key)?.Value}",
                "If"
            );
    }

    private static FilePath? FileAt(DavCall call, string uri) =>
        DavDestination.Of(call.Context.Request, uri) is ["files", var user, .. var names]
        && user == call.Me.Id
        && FilePath.TryParse(string.Join('/', names), out var path)
            ? path
            : null;

    [GeneratedRegex(
        @"(<(?<uri>[^>]*)>\s)?\((?<not>Not\s)?(<(?<token>[^>]*)>)?\s?(\[(?<etag>[^\]]*)\])?\)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex List();
}
