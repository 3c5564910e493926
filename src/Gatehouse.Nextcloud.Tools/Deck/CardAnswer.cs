using System.ComponentModel;
using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Texts;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>A card without its whole text.</summary>
internal sealed record CardAnswer(
    long Id,
    string Title,
    [property: Description("The id of the list.")] long List,
    IReadOnlyList<BoardPart> Labels,
    [property: Description("User ids.")] IReadOnlyList<string> Assignees,
    [property: Description("How many comments.")] int Comments,
    [property: Description("How many attachments.")] int Attachments,
    [property: Description("Pass it to set_card and delete_card.")] string Etag,
    string Link,
    string? Due = null,
    [property: Description("When it was marked as done.")] string? Done = null,
    bool? Archived = null,
    [property: Description("The id of the board; absent where Deck does not say.")] long? Board = null,
    [property: Description("The beginning of the description; absent when there is none.")] string? Excerpt = null
)
{
    private const int ExcerptLength = 140;

    public static CardAnswer Of(CloudAddress cloud, PersonZone time, Card card) =>
        new(
            card.Id,
            card.Title,
            card.StackId,
            [.. card.Labels.Select(l => new BoardPart(l.Id, l.Title))],
            [.. card.AssignedUsers.Where(u => u.Kind == DeckUserKind.User).Select(u => u.Id)],
            card.CommentCount,
            card.AttachmentCount,
            card.ETag.ToString(),
            cloud.Link(card.WebPath),
            time.Write(card.Due),
            time.Write(card.Done),
            card.IsArchived ? true : null,
            card.BoardId,
            card.Description.Length == 0 ? null : Beginning.Of(card.Description, ExcerptLength, " …")
        );
}
