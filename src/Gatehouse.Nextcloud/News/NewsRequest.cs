using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.News;

/// <summary>Requests of the News API, version 1-3.</summary>
internal static class NewsRequest
{
    public const string Root = "/index.php/apps/news/api/v1-3/";

    public static CloudRequest Of(HttpMethod method, string path, string doing) =>
        new(method, Root + path, doing) { Accept = "application/json" };

    /// <summary>The one thing an answer must hold.</summary>
    public static T One<T>(CloudRequest request, T[]? answer)
        where T : class =>
        answer is [var one, ..]
            ? one
            : throw new NextcloudException(ErrorReader.Unexpected(request, "The answer holds nothing."));
}
