using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>RFC 9110 §13.1 for writes: what If-Match and If-None-Match ask of the node as it is now.</summary>
internal static class Preconditions
{
    public static DavError? Check(IHeaderDictionary headers, FileNode? node)
    {
        var ifMatch = headers.IfMatch.ToString();
        if (ifMatch.Length > 0 && node is null)
        {
            return DavError.PreconditionFailed(
                "An If-Match header was specified and the resource did not exist",
                "If-Match"
            );
        }

        if (ifMatch.Length > 0 && ifMatch != "*" && !Answers.Names(ifMatch, node!.ETag))
        {
            return DavError.PreconditionFailed(
                "An If-Match header was specified, but none of the specified ETags matched.",
                "If-Match"
            ) with
            {
                ETag = $"\"{node.ETag}\"",
            };
        }

        var ifNoneMatch = headers.IfNoneMatch.ToString();
        return
            ifNoneMatch.Length > 0 && node is not null && (ifNoneMatch == "*" || Answers.Names(ifNoneMatch, node.ETag))
            ? DavError.PreconditionFailed(
                "An If-None-Match header was specified, but the ETag matched (or * was specified).",
                "If-None-Match"
            )
            : null;
    }
}
