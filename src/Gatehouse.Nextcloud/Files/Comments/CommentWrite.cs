namespace Gatehouse.Nextcloud.Files.Comments;

/// <summary>What a new comment is sent as.</summary>
internal sealed record CommentWrite(string ActorType, string Verb, string Message);
