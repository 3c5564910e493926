using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Comments;

/// <summary>All comments, oldest first, and who has read them.</summary>
internal sealed record CommentsState(ImmutableList<Comment> All, ImmutableList<ReadMarker> Markers, long Next)
{
    public static CommentsState Empty { get; } = new([], [], 1);

    /// <summary>Newest first.</summary>
    public IEnumerable<Comment> Of(long fileId) =>
        All.Where(comment => comment.FileId == fileId).OrderByDescending(comment => comment.Id);

    public DateTimeOffset? ReadUntil(long fileId, string user) =>
        Markers.Find(marker => marker.FileId == fileId && marker.User == user)?.Until;

    public bool IsUnread(Comment comment, string user) =>
        ReadUntil(comment.FileId, user) is not { } until || comment.Created > until;

    /// <summary>Whoever says something has read what was said before.</summary>
    public CommentsState With(long fileId, string author, string message, DateTimeOffset now) =>
        (this with { All = All.Add(new(Next, fileId, author, message, now)), Next = Next + 1 }).Read(
            fileId,
            author,
            now
        );

    public CommentsState Read(long fileId, string user, DateTimeOffset until) =>
        this with
        {
            Markers = Markers
                .RemoveAll(marker => marker.FileId == fileId && marker.User == user)
                .Add(new(fileId, user, until)),
        };
}
