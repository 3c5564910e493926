namespace Gatehouse.Nextcloud.Collectives;

/// <summary>A collective as the API writes it.</summary>
internal sealed record CollectiveData(
    long Id,
    string? Slug,
    string? Name,
    string? Emoji,
    long? TrashTimestamp,
    bool CanEdit
);
