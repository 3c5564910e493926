using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>Somebody something can be shared with.</summary>
internal sealed record ShareeItem(
    [property: Description("Pass it to share_file as with.")] string With,
    string Kind,
    string Name,
    string? Detail = null
);
