using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Collectives;

/// <summary>Requests and answers of the Collectives API, version 1.0.</summary>
internal static class CollectivesRequest
{
    private const string Root = "/ocs/v2.php/apps/collectives/api/v1.0/collectives";

    public static CloudRequest Of(HttpMethod method, string path, string doing) =>
        new(method, Root + path, doing) { Accept = "application/json" };

    public static string Below(long collectiveId, string rest) =>
        string.Create(CultureInfo.InvariantCulture, $"/{collectiveId}{rest}");

    public static string Page(long collectiveId, long pageId, string rest = "") =>
        string.Create(CultureInfo.InvariantCulture, $"/{collectiveId}/pages/{pageId}{rest}");

    public static T Needed<T>(CloudRequest request, T? answer)
        where T : class =>
        answer
        ?? throw new NextcloudException(
            ErrorReader.Unexpected(request, "The OCS answer holds not what was asked for.")
        );

    public static Collective Convert(CollectiveData collective) =>
        new(
            collective.Id,
            collective.Name ?? "",
            collective.Slug is { Length: > 0 } slug ? slug : collective.Name ?? "",
            collective.Emoji is { Length: > 0 } emoji ? emoji : null,
            collective.CanEdit,
            Time(collective.TrashTimestamp)
        );

    public static CollectivePage Convert(PageData page) =>
        new(
            page.Id,
            page.Title ?? "",
            page.Slug ?? "",
            page.Emoji is { Length: > 0 } emoji ? emoji : null,
            page.ParentId,
            page.Tags ?? [],
            Time(page.Timestamp) ?? DateTimeOffset.UnixEpoch,
            page.LastUserDisplayName ?? "",
            page.Size ?? 0,
            PathOf(page),
            Time(page.TrashTimestamp)
        );

    public static CollectiveTag Convert(TagData tag) => new(tag.Id, tag.Name ?? "", tag.Color ?? "");

    /// <summary>The API gives the path in three parts, of which the middle one is often empty.</summary>
    private static FilePath? PathOf(PageData page)
    {
        if (page.CollectivePath is not { Length: > 0 } collective || page.FileName is not { Length: > 0 } name)
            return null;

        var parts = new[] { collective.Trim('/'), (page.FilePath ?? "").Trim('/'), name }.Where(p => p.Length > 0);
        return FilePath.TryParse(string.Join('/', parts), out var path, out _) ? path : null;
    }

    private static DateTimeOffset? Time(long? seconds) =>
        seconds is { } time ? DateTimeOffset.FromUnixTimeSeconds(time) : null;
}
