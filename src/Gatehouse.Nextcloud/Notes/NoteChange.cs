namespace Gatehouse.Nextcloud.Notes;

/// <summary>A change of a note: what is null stays as it is; an empty category moves it to the top.</summary>
/// <param name="Title">A new title.</param>
/// <param name="Content">A new text, whole.</param>
/// <param name="Category">A new category.</param>
/// <param name="IsFavorite">Mark or unmark as a favorite.</param>
public sealed record NoteChange(
    string? Title = null,
    string? Content = null,
    string? Category = null,
    bool? IsFavorite = null
);
