namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>What was restored.</summary>
internal sealed record EventRestored(string Id);
