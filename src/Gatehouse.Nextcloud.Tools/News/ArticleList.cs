using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>A page of articles.</summary>
internal sealed record ArticleList(
    IReadOnlyList<ArticleItem> Articles,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
