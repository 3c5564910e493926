using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>A contact that was written.</summary>
internal sealed record ContactSaved(
    string Id,
    [property: Description("Absent when Nextcloud changed what was sent: read the contact then.")] string? Etag = null
);
