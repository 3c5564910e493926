using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>RFC 9110 §13.1 for writes: what If-Match and If-None-Match ask of what is there now.</summary>
internal static class Preconditions
{
    public static DavError? Check(IHeaderDictionary headers, FileNode? node) => Check(headers, node?.ETag);

    /// <summary>As above for what is no file.</summary>
    /// <param name="headers">Of the request.</param>
    /// <param name="etag">Of what is there, without quotes; none when nothing is.</param>
    public static DavError? Check(IHeaderDictionary headers, string? etag)
    {
        var ifMatch = headers.IfMatch.ToString();
        if (ifMatch.Length > 0 && etag is null)
        {
            return DavError.PreconditionFailed(
                "An If-Match header was specified and the resource did not exist",
                "If-Match"
            );
        }

        if (ifMatch.Length > 0 && ifMatch != "*" && !Answers.Names(ifMatch, etag!))
        {
            return DavError.PreconditionFailed(
                "An If-Match header was specified, but none of the specified ETags matched.",
                "If-Match"
            ) with
            {
                ETag = $"\"{etag}\"",
            };
        }

        var ifNoneMatch = headers.IfNoneMatch.ToString();
        return ifNoneMatch.Length > 0 && etag is not null && (ifNoneMatch == "*" || Answers.Names(ifNoneMatch, etag))
            ? DavError.PreconditionFailed(
                "An If-None-Match header was specified, but the ETag matched (or * was specified).",
                "If-None-Match"
            )
            : null;
    }
}
