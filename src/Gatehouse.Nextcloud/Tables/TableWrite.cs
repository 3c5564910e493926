namespace Gatehouse.Nextcloud.Tables;

/// <summary>A table as it is written: what is null stays, or is left to the app.</summary>
internal sealed record TableWrite(
    string? Title,
    string? Emoji,
    string? Description,
    bool? Archived = null,
    string? Template = null
);
