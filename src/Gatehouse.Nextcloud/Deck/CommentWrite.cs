namespace Gatehouse.Nextcloud.Deck;

/// <summary>A comment as it is written.</summary>
internal sealed record CommentWrite(string Message, long? ParentId = null);
