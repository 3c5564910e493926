namespace Gatehouse.Nextcloud.Tables;

/// <summary>An option of a selection.</summary>
/// <param name="Id">Its id, which rows hold.</param>
/// <param name="Label">Its label, which people see.</param>
public sealed record ColumnOption(long Id, string Label);
