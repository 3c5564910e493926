using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>The comments of cards. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class CardCommentsClient(NextcloudTransport transport)
{
    /// <summary>The comments of a card, the newest first.</summary>
    public async Task<IReadOnlyList<CardComment>> ListAsync(
        NextcloudAccount account,
        long card,
        int limit,
        int offset,
        CancellationToken cancellationToken
    )
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"?limit={limit}&offset={offset}");
        var request = OcsCall.Get(DeckPaths.Comments(card) + query, $"Listing the comments of card {card}");
        var found = await CallAsync(account, request, DeckJson.Default.OcsEnvelopeCommentDataArray, cancellationToken);
        return [.. found.Select(c => c.ToComment())];
    }

    /// <summary>Writes a comment, up to 1,000 characters; <c>@user</c> notifies that person.</summary>
    public async Task<CardComment> CreateAsync(
        NextcloudAccount account,
        long card,
        string message,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        var request = Write(
            HttpMethod.Post,
            DeckPaths.Comments(card),
            $"Commenting on card {card}",
            new CommentWrite(message, replyTo)
        );
        return (
            await CallAsync(account, request, DeckJson.Default.OcsEnvelopeCommentData, cancellationToken)
        ).ToComment();
    }

    /// <summary>Changes a comment of the person's own.</summary>
    public async Task<CardComment> UpdateAsync(
        NextcloudAccount account,
        long card,
        long comment,
        string message,
        CancellationToken cancellationToken
    )
    {
        var request = Write(
            HttpMethod.Put,
            PathOf(card, comment),
            $"Changing comment {comment}",
            new CommentWrite(message)
        );
        return (
            await CallAsync(account, request, DeckJson.Default.OcsEnvelopeCommentData, cancellationToken)
        ).ToComment();
    }

    /// <summary>Deletes a comment of the person's own.</summary>
    public Task DeleteAsync(NextcloudAccount account, long card, long comment, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            DeckPaths.Request(HttpMethod.Delete, PathOf(card, comment), $"Deleting comment {comment}"),
            cancellationToken
        );

    private static string PathOf(long card, long comment) =>
        string.Create(CultureInfo.InvariantCulture, $"{DeckPaths.Comments(card)}/{comment}");

    private static CloudRequest Write(HttpMethod method, string path, string doing, CommentWrite write) =>
        DeckPaths.Request(method, path, doing) with
        {
            Content = JsonAnswer.Content(write, DeckJson.Default.CommentWrite),
        };

    private async Task<T> CallAsync<T>(
        NextcloudAccount account,
        CloudRequest request,
        JsonTypeInfo<OcsEnvelope<T>> type,
        CancellationToken cancellationToken
    )
        where T : class =>
        OcsCall.DataOf(request, await transport.CallAsync(account.Login, request, cancellationToken), type);
}
