namespace Gatehouse.Nextcloud.Tables;

/// <summary>A change of a column: what is null stays as it is. Its kind cannot be changed.</summary>
/// <param name="Title">A new title.</param>
/// <param name="IsMandatory">Whether a row must have a value here.</param>
/// <param name="Description">A new description.</param>
/// <param name="Options">The labels of all options a selection shall have; those that stay keep their ids, so rows keep their values.</param>
/// <param name="Suffix">What stands behind a number.</param>
public sealed record ColumnChange(
    string? Title = null,
    bool? IsMandatory = null,
    string? Description = null,
    IReadOnlyList<string>? Options = null,
    string? Suffix = null
);
