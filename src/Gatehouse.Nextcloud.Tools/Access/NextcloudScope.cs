namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>One permission a person can give.</summary>
/// <param name="Name">The scope as OAuth writes it, e.g. <c>notes.read</c>.</param>
/// <param name="AppTitle">The app it belongs to, as people call it, e.g. <c>Notes</c>: what a consent page groups by.</param>
/// <param name="Title">The permission in a few words, e.g. <c>Read notes</c>.</param>
/// <param name="Sentence">What whoever has it can do, for the consent page.</param>
public sealed record NextcloudScope(string Name, string AppTitle, string Title, string Sentence);
