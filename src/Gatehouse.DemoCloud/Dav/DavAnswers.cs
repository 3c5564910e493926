using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>Answers that all trees share.</summary>
internal static class DavAnswers
{
    public const string Methods = "OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, REPORT";

    public static DavError Unhandled(string method) =>
        DavError.Of(
            501,
            "NotImplemented",
            $"There was no plugin in the system that was willing to handle this {method} method."
        );

    public static Task<DavError?> NotImplementedAsync(string method) => Task.FromResult<DavError?>(Unhandled(method));

    public static async Task OptionsAsync(this HttpResponse response, string features)
    {
        response.Headers["DAV"] = features;
        response.Headers.Allow = Methods;
        response.Headers["MS-Author-Via"] = "DAV";
        response.Headers.AcceptRanges = "bytes";
        await response.EmptyAsync(StatusCodes.Status200OK);
    }
}
