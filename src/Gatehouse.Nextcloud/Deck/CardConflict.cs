using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Texts;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>What is said when a card is no longer as it was read.</summary>
internal static class CardConflict
{
    private const int MaxText = 2000;

    public static NextcloudError Of(string doing, Card now) =>
        new(
            NextcloudErrorKind.Conflict,
            $"{doing} card {now.Id} was refused: it changed in the meantime, and nothing was written.",
            "It is now: " + Describe(now),
            "Merge the change into what is there now and try again with its current ETag."
        )
        {
            CurrentETag = now.ETag,
        };

    private static string Describe(Card card)
    {
        List<string> parts = [$"'{card.Title}' in list {card.StackId}"];
        if (card.IsArchived)
            parts.Add("archived");
        if (card.Due is { } due)
            parts.Add("due " + due.ToString("O", CultureInfo.InvariantCulture));
        if (card.Done is { } done)
            parts.Add("done " + done.ToString("O", CultureInfo.InvariantCulture));
        if (card.Labels.Count > 0)
            parts.Add("labels " + string.Join(", ", card.Labels.Select(l => $"{l.Id} ({l.Title})")));
        if (card.AssignedUsers.Count > 0)
            parts.Add("assigned to " + string.Join(", ", card.AssignedUsers.Select(u => u.Id)));
        var text = Beginning.Of(card.Description, MaxText, " …");
        parts.Add(text.Length == 0 ? "without a description" : "with the description: " + text);
        return string.Join("; ", parts) + ".";
    }
}
