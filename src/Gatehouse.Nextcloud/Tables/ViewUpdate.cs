namespace Gatehouse.Nextcloud.Tables;

/// <summary>A change of a view as it is written.</summary>
internal sealed record ViewUpdate(ViewUpdateData Data);
