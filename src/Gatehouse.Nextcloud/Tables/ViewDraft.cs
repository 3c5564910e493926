namespace Gatehouse.Nextcloud.Tables;

/// <summary>A view that is to be made, as it is written.</summary>
internal sealed record ViewDraft(string Title, string? Emoji);
