using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>What was deleted.</summary>
internal sealed record EventDeleted(
    string Id,
    [property: Description("The etag of the series that is left.")] string? Etag = null
);
