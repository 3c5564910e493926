using System.ComponentModel;
using Gatehouse.Nextcloud.Collectives;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>A collective.</summary>
internal sealed record CollectiveItem(
    long Id,
    string Name,
    bool CanEdit,
    string Link,
    string? Emoji = null,
    [property: Description("When it went to the trash.")] string? Trashed = null
)
{
    public static CollectiveItem Of(CloudAddress cloud, PersonZone zone, Collective collective) =>
        new(
            collective.Id,
            collective.Name,
            collective.CanEdit,
            cloud.Link(collective.WebPath),
            collective.Emoji,
            zone.Write(collective.Trashed)
        );
}
