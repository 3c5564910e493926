using System.ComponentModel;
using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Tools.Times;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>A comment on a card.</summary>
internal sealed record CommentAnswer(
    long Id,
    [property: Description("The user id of who wrote it.")] string By,
    string At,
    string Text,
    [property: Description("The comment it answers.")] long? ReplyTo = null
)
{
    public static CommentAnswer Of(PersonZone time, CardComment comment) =>
        new(comment.Id, comment.ActorId, time.Write(comment.Created), comment.Message, comment.ReplyToId);
}
