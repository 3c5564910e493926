namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>A row that is gone.</summary>
internal sealed record RowDeleted(long Id);
