using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>
/// What is attached to cards. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class CardAttachmentsClient(NextcloudTransport transport)
{
    private const string Shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private const int ShareWithCard = 12;
    private const int Read = 1;

    /// <summary>The attachments of a card.</summary>
    public async Task<IReadOnlyList<CardAttachment>> ListAsync(
        NextcloudAccount account,
        long card,
        CancellationToken cancellationToken
    )
    {
        var request = DeckPaths.Request(
            HttpMethod.Get,
            DeckPaths.Attachments(card),
            $"Listing the attachments of card {card}"
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var attachments = JsonAnswer.Read(request, answer, DeckJson.Default.AttachmentDataArray);
        return [.. attachments.Select(a => a.ToAttachment())];
    }

    /// <summary>
    /// Attaches a file of the person's: it stays where it is and is shared, to be read, with everybody on the card's board.
    /// </summary>
    public async Task<CardAttachment> AttachAsync(
        NextcloudAccount account,
        long card,
        FilePath path,
        CancellationToken cancellationToken
    )
    {
        var write = new CardShareWrite(
            path.ToString(),
            ShareWithCard,
            card.ToString(CultureInfo.InvariantCulture),
            Read
        );
        var request = DeckPaths.Request(HttpMethod.Post, Shares, $"Attaching '{path}' to card {card}") with
        {
            Content = JsonAnswer.Content(write, DeckJson.Default.CardShareWrite),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var share = OcsCall.DataOf(request, answer, DeckJson.Default.OcsEnvelopeCardShareData);
        return new(
            long.TryParse(share.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0,
            "file",
            path.Name,
            share.Path ?? path.ToString(),
            share.FileSource,
            share.ItemSize ?? 0,
            share.Mimetype,
            share.UidOwner
        );
    }

    /// <summary>Takes an attachment from a card. A file stays in the person's files; only its share ends.</summary>
    public Task DetachAsync(
        NextcloudAccount account,
        long card,
        string type,
        long attachment,
        CancellationToken cancellationToken
    )
    {
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"{DeckPaths.Attachments(card)}/{Uri.EscapeDataString(type)}/{attachment}"
        );
        return transport.CallAsync(
            account.Login,
            DeckPaths.Request(HttpMethod.Delete, path, $"Taking attachment {attachment} from card {card}"),
            cancellationToken
        );
    }
}
