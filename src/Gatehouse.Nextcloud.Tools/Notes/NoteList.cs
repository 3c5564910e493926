using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Notes;

/// <summary>A page of notes.</summary>
internal sealed record NoteList(
    IReadOnlyList<NoteSummary> Notes,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
