using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Files.Trash;

/// <summary>What is in the trash bin.</summary>
internal sealed record TrashList(
    [property: Description("Newest first.")] IReadOnlyList<TrashListItem> Items,
    [property: Description("How many there are in all.")] int Total
);
