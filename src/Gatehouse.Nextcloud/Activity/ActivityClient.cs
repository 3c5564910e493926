using System.Globalization;
using System.Net;
using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Activity;

/// <summary>
/// What happened in a person's cloud, API v2. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class ActivityClient(NextcloudTransport transport)
{
    private const string Path = "/ocs/v2.php/apps/activity/api/v2/activity";

    /// <summary>A page of what happened, newest first.</summary>
    public async Task<ActivityPage> ListAsync(
        NextcloudAccount account,
        ActivityQuery query,
        CancellationToken cancellationToken
    )
    {
        var path = query.FileId is { } file
            ? string.Create(CultureInfo.InvariantCulture, $"{Path}/filter?object_type=files&object_id={file}&")
            : Path + "?";
        path += string.Create(CultureInfo.InvariantCulture, $"limit={Math.Clamp(query.Limit, 1, 200)}");
        if (query.Before is { } before)
            path += string.Create(CultureInfo.InvariantCulture, $"&since={before}");
        var request = OcsCall.Get(path, "Listing the activities");
        var answer = await transport.SendAsync(account.Login, request, cancellationToken);
        if (answer.Status is HttpStatusCode.NotModified or HttpStatusCode.NoContent)
            return new([], Next: null);
        if (!answer.IsSuccess)
            throw new NextcloudException(ErrorReader.Read(account.Cloud, request, answer));

        var data = OcsCall.DataOf(request, answer, ActivityJson.Default.OcsEnvelopeActivityDataArray);
        return new([.. data.Select(Read)], data.Length > 0 ? Next(answer) : null);
    }

    /// <summary>The link to the next page comes only where there is one.</summary>
    private static long? Next(CloudAnswer answer) =>
        answer.Header("Link")?.Contains("rel=\"next\"", StringComparison.Ordinal) == true
        && long.TryParse(
            answer.Header("X-Activity-Last-Given"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var last
        )
            ? last
            : null;

    private static ActivityEntry Read(ActivityData data) =>
        new(
            data.ActivityId,
            data.App ?? "",
            data.Type ?? "",
            data.User ?? "",
            data.Datetime,
            data.Subject ?? "",
            data.Message ?? "",
            string.IsNullOrEmpty(data.Link) ? null : data.Link,
            data.ObjectType ?? "",
            data.ObjectId is { ValueKind: JsonValueKind.Number } id && id.TryGetInt64(out var number) ? number : 0,
            data.ObjectName ?? ""
        );
}
