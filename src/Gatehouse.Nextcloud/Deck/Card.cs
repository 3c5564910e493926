using System.Globalization;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>A card.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">Its text (Markdown).</param>
/// <param name="StackId">The list it is in.</param>
/// <param name="BoardId">Its board; null where Deck does not say (a single card knows only its list).</param>
/// <param name="Order">Its place in the list, rising.</param>
/// <param name="OwnerId">The user id of whoever made it.</param>
/// <param name="IsArchived">Put away.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Done">When it was marked as done; null when it is not.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="AssignedUsers">Who is assigned.</param>
/// <param name="AttachmentCount">How many attachments it has.</param>
/// <param name="CommentCount">How many comments it has.</param>
/// <param name="Modified">When it was changed, to the second; a neighbour's reordering counts as well.</param>
public sealed record Card(
    long Id,
    string Title,
    string Description,
    long StackId,
    long? BoardId,
    int Order,
    string OwnerId,
    bool IsArchived,
    DateTimeOffset? Due,
    DateTimeOffset? Done,
    IReadOnlyList<BoardLabel> Labels,
    IReadOnlyList<DeckUser> AssignedUsers,
    int AttachmentCount,
    int CommentCount,
    DateTimeOffset Modified
)
{
    /// <summary>
    /// What a change must carry. Deck's own ETag of a card is the second of its last change: two changes within one second have the same, and
    /// a neighbour that moves changes it. So this one is made of what a write would overwrite.
    /// </summary>
    public ETag ETag => CardVersion.Of(this);

    /// <summary>The path of the card's page below the cloud's base.</summary>
    public string WebPath =>
        BoardId is { } board
            ? string.Create(CultureInfo.InvariantCulture, $"{Board.WebPathOf(board)}/card/{Id}")
            : string.Create(CultureInfo.InvariantCulture, $"/index.php/apps/deck/card/{Id}");
}
