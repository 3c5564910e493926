namespace Gatehouse.Nextcloud.Deck;

/// <summary>A comment as Deck writes it.</summary>
internal sealed record CommentData(
    long Id,
    long ObjectId,
    string? Message,
    string? ActorId,
    string? ActorDisplayName,
    DateTimeOffset? CreationDateTime,
    CommentData? ReplyTo
)
{
    public CardComment ToComment() =>
        new(
            Id,
            ObjectId,
            Message ?? "",
            ActorId ?? "",
            ActorDisplayName ?? ActorId ?? "",
            CreationDateTime ?? default,
            ReplyTo?.Id
        );
}
