namespace Gatehouse.Nextcloud.Notes;

/// <summary>A note that is to be made. Nextcloud drops characters such as <c>/</c> and <c>:</c> from titles and numbers duplicates.</summary>
/// <param name="Title">Its title; Nextcloud makes "New note" of none.</param>
/// <param name="Content">Its text (Markdown).</param>
/// <param name="Category">Its category, e.g. <c>Home/Lists</c>; null or empty for the top.</param>
/// <param name="IsFavorite">Mark it as a favorite.</param>
public sealed record NoteDraft(string? Title, string? Content, string? Category = null, bool? IsFavorite = null);
