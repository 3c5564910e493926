namespace Gatehouse.Nextcloud.Collectives;

/// <summary>The data of an answer about pages: a list, or one.</summary>
internal sealed record PagesData(PageData[]? Pages, PageData? Page);
