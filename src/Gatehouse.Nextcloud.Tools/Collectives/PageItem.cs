using System.ComponentModel;
using Gatehouse.Nextcloud.Collectives;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>A page without its text.</summary>
internal sealed record PageItem(
    long Id,
    string Title,
    string Modified,
    string Link,
    [property: Description("The page it is below; absent for the landing page.")] long? ParentId = null,
    string? ModifiedBy = null,
    string? Emoji = null,
    IReadOnlyList<string>? Tags = null,
    [property: Description("Its file, for the tools of Files.")] string? Path = null,
    [property: Description("When it went to the trash.")] string? Trashed = null
)
{
    public static PageItem Of(
        CloudAddress cloud,
        PersonZone zone,
        long collectiveId,
        CollectivePage page,
        IReadOnlyList<CollectiveTag> tags
    ) =>
        new(
            page.Id,
            page.Title,
            zone.Write(page.Modified),
            cloud.Link(page.WebPathIn(collectiveId)),
            page.ParentId > 0 ? page.ParentId : null,
            page.ModifiedBy.Length > 0 ? page.ModifiedBy : null,
            page.Emoji,
            page.TagIds.Count > 0 ? [.. tags.Where(t => page.TagIds.Contains(t.Id)).Select(t => t.Name)] : null,
            page.Path?.Value,
            zone.Write(page.Trashed)
        );
}
