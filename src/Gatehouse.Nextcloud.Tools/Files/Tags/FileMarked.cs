namespace Gatehouse.Nextcloud.Tools.Files.Tags;

/// <summary>What is marked now, of what was asked for.</summary>
internal sealed record FileMarked(
    string Path,
    bool? Favorite = null,
    IReadOnlyList<string>? Added = null,
    IReadOnlyList<string>? Removed = null,
    long? CommentId = null
);
