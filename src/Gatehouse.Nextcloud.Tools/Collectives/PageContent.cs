using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>A page with a part of its text.</summary>
internal sealed record PageContent(
    PageItem Page,
    [property: Description("Markdown.")] string Content,
    [property: Description("For update_page.")] string Etag,
    [property: Description("Where the content begins, in characters.")] int Offset,
    [property: Description("The length of the whole text, in characters.")] int TotalLength,
    [property: Description("Pass it as offset to read on; absent at the end.")] int? NextOffset = null
);
