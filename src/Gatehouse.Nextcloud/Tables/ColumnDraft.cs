namespace Gatehouse.Nextcloud.Tables;

/// <summary>A column that is to be made.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsMandatory">A row must have a value here.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Options">The labels of a selection's options.</param>
/// <param name="Suffix">What stands behind a number.</param>
public sealed record ColumnDraft(
    string Title,
    ColumnKind Kind,
    bool IsMandatory = false,
    string? Description = null,
    IReadOnlyList<string>? Options = null,
    string? Suffix = null
);
