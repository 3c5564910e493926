using System.Globalization;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>A table.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Emoji">The emoji before the title, or null.</param>
/// <param name="Description">What it is for; may be empty.</param>
/// <param name="OwnerId">The user id of its owner.</param>
/// <param name="IsShared">It belongs to somebody else, who shared it with this person.</param>
/// <param name="IsArchived">Put away.</param>
/// <param name="RowCount">How many rows it has.</param>
/// <param name="ColumnCount">How many columns it has.</param>
/// <param name="Views">Its views.</param>
public sealed record Table(
    long Id,
    string Title,
    string? Emoji,
    string Description,
    string OwnerId,
    bool IsShared,
    bool IsArchived,
    int RowCount,
    int ColumnCount,
    IReadOnlyList<TableView> Views
)
{
    /// <summary>The path of the table's page below the cloud's base.</summary>
    public string WebPath => WebPathOf(Id);

    /// <summary>The path of a table's page below the cloud's base.</summary>
    public static string WebPathOf(long id) =>
        string.Create(CultureInfo.InvariantCulture, $"/index.php/apps/tables/#/table/{id}");
}
