namespace Gatehouse.Nextcloud.Tables;

/// <summary>How a table is made.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Emoji">The emoji before the title, or null.</param>
/// <param name="Description">What it is for; may be empty.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Views">Its views.</param>
public sealed record TableScheme(
    string Title,
    string? Emoji,
    string Description,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<TableView> Views
);
