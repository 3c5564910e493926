using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>What a write left behind.</summary>
internal sealed record EventSaved(
    string Id,
    [property: Description("Absent when Nextcloud changed the event while it sent invitations: read the event for it.")]
        string? Etag = null,
    string? Link = null
)
{
    public static EventSaved Of(NextcloudAccount account, ObjectWritten written) =>
        new(written.Id.ToString(), written.ETag?.ToString(), EventLink.Of(account, written.Id));
}
