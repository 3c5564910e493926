namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>A table, column or view that is gone.</summary>
internal sealed record TablePartDeleted(long Id, string Title);
