using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Tasks;

/// <summary>What a write left behind.</summary>
internal sealed record TaskSaved(
    string Id,
    [property: Description("Absent when the cloud did not say it: list the tasks for it.")] string? Etag = null,
    string? Link = null
)
{
    public static TaskSaved Of(NextcloudAccount account, ObjectWritten written) =>
        new(written.Id.ToString(), written.ETag?.ToString(), TaskEntry.LinkOf(account, written.Id));
}
