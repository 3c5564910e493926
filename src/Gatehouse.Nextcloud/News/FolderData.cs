namespace Gatehouse.Nextcloud.News;

/// <summary>A folder as the API writes it.</summary>
internal sealed record FolderData(long Id, string? Name);
