using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Texts;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>The cards of Deck. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class CardsClient(NextcloudTransport transport)
{
    /// <summary>Where Deck itself puts a card nobody gave a place: after all others.</summary>
    private const int AtTheEnd = 999;

    /// <summary>One card with its text. Deck does not say which board it is on.</summary>
    public async Task<Card> GetAsync(NextcloudAccount account, long card, CancellationToken cancellationToken) =>
        (await ReadAsync(account, card, cancellationToken)).Card;

    /// <summary>
    /// Searches the cards of all boards at the cloud. Deck knows filters in the text, such as <c>tag:urgent</c>, <c>assigned:bob</c>,
    /// <c>date:week</c>, <c>list:"To do"</c>.
    /// </summary>
    public async Task<IReadOnlyList<Card>> SearchAsync(
        NextcloudAccount account,
        string term,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"{DeckPaths.Ocs}/search?term={Uri.EscapeDataString(term)}&limit={limit}"
        );
        var request = OcsCall.Get(path, "Searching cards");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var cards = OcsCall.DataOf(request, answer, DeckJson.Default.OcsEnvelopeCardDataArray);
        return [.. cards.Where(c => c.DeletedAt == 0).Select(c => c.ToCard())];
    }

    /// <summary>The person's open cards of all boards: those assigned to them, and those of boards nobody else is on. The due ones first.</summary>
    public async Task<IReadOnlyList<Card>> UpcomingAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var request = OcsCall.Get(DeckPaths.Ocs + "/overview/upcoming", "Listing the upcoming cards");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        // Groups by name (overdue, today, …, nodue); PHP writes an empty array when there are none.
        var groups = OcsCall.DataOf(request, answer, DeckJson.Default.OcsEnvelopeJsonNode) as JsonObject ?? [];
        try
        {
            return
            [
                .. groups
                    .SelectMany(g => g.Value?.Deserialize(DeckJson.Default.CardDataArray) ?? [])
                    .Select(c => c.ToCard())
                    .OrderBy(c => c.Due ?? DateTimeOffset.MaxValue),
            ];
        }
        catch (JsonException exception)
        {
            throw new NextcloudException(
                ErrorReader.Unexpected(request, "It answered JSON of an unexpected shape."),
                exception
            );
        }
    }

    /// <summary>Makes a card in a list, then gives it labels and people, one call for each, and reads it again.</summary>
    public async Task<Card> CreateAsync(
        NextcloudAccount account,
        long stack,
        CardDraft draft,
        IReadOnlyCollection<long> labels,
        IReadOnlyCollection<string> assignees,
        CancellationToken cancellationToken
    )
    {
        var path = DeckPaths.Stack(0, stack) + "/cards";
        var request = DeckPaths.Request(HttpMethod.Post, path, $"Creating the card '{Short(draft.Title)}'") with
        {
            Content = JsonAnswer.Content(draft, DeckJson.Default.CardDraft),
        };
        var card = Read(request, await transport.CallAsync(account.Login, request, cancellationToken)).Card;
        foreach (var label in labels)
            await SetLabelAsync(account, card, label, isOn: true, cancellationToken);
        foreach (var user in assignees)
            await SetUserAsync(account, card, user, isOn: true, cancellationToken);
        return labels.Count + assignees.Count == 0 ? card : await GetAsync(account, card.Id, cancellationToken);
    }

    /// <summary>
    /// Changes a card that is still as <paramref name="ifMatch"/> says. Deck has no conditional write: the card is read and compared just
    /// before; when it differs, the error is a <see cref="NextcloudErrorKind.Conflict"/> that says what is there, and nothing was written.
    /// </summary>
    public async Task<Card> UpdateAsync(
        NextcloudAccount account,
        long card,
        ETag ifMatch,
        CardChange change,
        CancellationToken cancellationToken
    )
    {
        var read = await UnchangedAsync(account, card, ifMatch, "Changing", cancellationToken);
        var now = read.Card;
        if (change.IsArchived == false && now.IsArchived)
            now = await SetArchivedAsync(account, now, isArchived: false, cancellationToken);
        var isMoved = change.StackId is { } target && target != now.StackId;
        if (change.ChangesContent || isMoved)
            now = await PutAsync(account, read.Json, now, change, isMoved, cancellationToken);
        if (change.Position is { } position)
            await ReorderAsync(account, now, position, cancellationToken);
        // What moved to another board has that board's labels now; nobody says which.
        if (isMoved && change.Labels is null)
            now = await GetAsync(account, card, cancellationToken);
        if (change.Labels is { } labels)
            now = await SetLabelsAsync(account, now, labels, cancellationToken);
        if (change.Assignees is { } assignees)
            now = await SetAssigneesAsync(account, now, assignees, cancellationToken);
        if (change.IsArchived == true && !now.IsArchived)
            now = await SetArchivedAsync(account, now, isArchived: true, cancellationToken);
        return now;
    }

    /// <summary>Deletes a card that is still as <paramref name="ifMatch"/> says; people can bring it back from the board's deleted items.</summary>
    /// <returns>The card that is gone.</returns>
    public async Task<Card> DeleteAsync(
        NextcloudAccount account,
        long card,
        ETag ifMatch,
        CancellationToken cancellationToken
    )
    {
        var now = (await UnchangedAsync(account, card, ifMatch, "Deleting", cancellationToken)).Card;
        var request = DeckPaths.Request(HttpMethod.Delete, DeckPaths.Card(card, now.StackId), $"Deleting card {card}");
        await transport.CallAsync(account.Login, request, cancellationToken);
        return now;
    }

    private async Task<ReadCard> UnchangedAsync(
        NextcloudAccount account,
        long card,
        ETag read,
        string doing,
        CancellationToken cancellationToken
    )
    {
        var now = await ReadAsync(account, card, cancellationToken);
        return now.Card.ETag == read ? now : throw new NextcloudException(CardConflict.Of(doing, now.Card));
    }

    private async Task<ReadCard> ReadAsync(NextcloudAccount account, long card, CancellationToken cancellationToken)
    {
        var request = DeckPaths.Request(HttpMethod.Get, DeckPaths.Card(card), $"Reading card {card}");
        return Read(request, await transport.CallAsync(account.Login, request, cancellationToken));
    }

    private static ReadCard Read(CloudRequest request, CloudAnswer answer)
    {
        var json = JsonAnswer.Read(request, answer, DeckJson.Default.JsonObject);
        return new(JsonAnswer.Read(request, answer, DeckJson.Default.CardData).ToCard(), json);
    }

    private async Task<Card> PutAsync(
        NextcloudAccount account,
        JsonObject read,
        Card card,
        CardChange change,
        bool isMoved,
        CancellationToken cancellationToken
    )
    {
        var write = CardWrite.Of(read, card, change);
        if (isMoved)
            write["order"] = AtTheEnd;
        var stack = change.StackId ?? card.StackId;
        var request = DeckPaths.Request(HttpMethod.Put, DeckPaths.Card(card.Id, stack), $"Changing card {card.Id}") with
        {
            Content = JsonAnswer.Content(write, DeckJson.Default.JsonObject),
        };
        var written = Read(request, await transport.CallAsync(account.Login, request, cancellationToken)).Card;
        return Same(card, written);
    }

    private async Task ReorderAsync(
        NextcloudAccount account,
        Card card,
        int position,
        CancellationToken cancellationToken
    )
    {
        var path = DeckPaths.Card(card.Id, card.StackId) + "/reorder";
        var request = DeckPaths.Request(HttpMethod.Put, path, $"Moving card {card.Id}") with
        {
            Content = JsonAnswer.Content(new CardOrderWrite(position), DeckJson.Default.CardOrderWrite),
        };
        await transport.CallAsync(account.Login, request, cancellationToken);
    }

    private async Task<Card> SetArchivedAsync(
        NextcloudAccount account,
        Card card,
        bool isArchived,
        CancellationToken cancellationToken
    )
    {
        var path = DeckPaths.Card(card.Id, card.StackId) + (isArchived ? "/archive" : "/unarchive");
        var doing = $"{(isArchived ? "Archiving" : "Unarchiving")} card {card.Id}";
        var request = DeckPaths.Request(HttpMethod.Put, path, doing);
        return Same(card, Read(request, await transport.CallAsync(account.Login, request, cancellationToken)).Card);
    }

    private async Task<Card> SetLabelsAsync(
        NextcloudAccount account,
        Card card,
        IReadOnlyCollection<long> labels,
        CancellationToken cancellationToken
    )
    {
        foreach (var label in card.Labels.Where(l => !labels.Contains(l.Id)))
            await SetLabelAsync(account, card, label.Id, isOn: false, cancellationToken);
        foreach (var label in labels.Distinct().Where(id => card.Labels.All(l => l.Id != id)))
            await SetLabelAsync(account, card, label, isOn: true, cancellationToken);
        // The titles of the new ones are not known here; whoever shows them reads the card.
        return await GetAsync(account, card.Id, cancellationToken);
    }

    private async Task<Card> SetAssigneesAsync(
        NextcloudAccount account,
        Card card,
        IReadOnlyCollection<string> assignees,
        CancellationToken cancellationToken
    )
    {
        var people = card.AssignedUsers.Where(u => u.Kind == DeckUserKind.User).ToList();
        var stay = card.AssignedUsers.Where(u => u.Kind != DeckUserKind.User || assignees.Contains(u.Id)).ToList();
        foreach (var user in people.Where(u => !assignees.Contains(u.Id)))
            await SetUserAsync(account, card, user.Id, isOn: false, cancellationToken);
        foreach (var user in assignees.Distinct().Where(id => people.TrueForAll(u => u.Id != id)))
            stay.Add(await SetUserAsync(account, card, user, isOn: true, cancellationToken));
        return card with { AssignedUsers = stay };
    }

    private async Task SetLabelAsync(
        NextcloudAccount account,
        Card card,
        long label,
        bool isOn,
        CancellationToken cancellationToken
    )
    {
        var path = DeckPaths.Card(card.Id, card.StackId) + (isOn ? "/assignLabel" : "/removeLabel");
        var doing = isOn ? $"Giving card {card.Id} label {label}" : $"Taking label {label} from card {card.Id}";
        var request = DeckPaths.Request(HttpMethod.Put, path, doing) with
        {
            Content = JsonAnswer.Content(new CardLabelWrite(label), DeckJson.Default.CardLabelWrite),
        };
        await transport.CallAsync(account.Login, request, cancellationToken);
    }

    private async Task<DeckUser> SetUserAsync(
        NextcloudAccount account,
        Card card,
        string user,
        bool isOn,
        CancellationToken cancellationToken
    )
    {
        var path = DeckPaths.Card(card.Id, card.StackId) + (isOn ? "/assignUser" : "/unassignUser");
        var doing = isOn ? $"Assigning {user} to card {card.Id}" : $"Unassigning {user} from card {card.Id}";
        var request = DeckPaths.Request(HttpMethod.Put, path, doing) with
        {
            Content = JsonAnswer.Content(new CardUserWrite(user), DeckJson.Default.CardUserWrite),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return JsonAnswer.Read(request, answer, DeckJson.Default.AssignmentData).ToUser();
    }

    /// <summary>Answers of writes leave labels, people and counts out, or null: they are as they were.</summary>
    private static Card Same(Card before, Card written) =>
        written with
        {
            Labels = before.Labels,
            AssignedUsers = before.AssignedUsers,
            AttachmentCount = before.AttachmentCount,
            CommentCount = before.CommentCount,
        };

    private static string Short(string title) => Beginning.Of(title, 60);
}
