using System.Globalization;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files.Comments;

/// <summary>Comments on files. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class CommentsClient(NextcloudTransport transport)
{
    /// <summary>How many characters Nextcloud takes.</summary>
    public const int MaxLength = 1000;

    private static readonly XNamespace oc = DavXml.OwnCloud;
    private static readonly XName message = oc + "message";

    /// <summary>The comments on a file or folder, newest first.</summary>
    /// <param name="account">Who asks.</param>
    /// <param name="fileId">The id of the file.</param>
    /// <param name="limit">How many at once, 1 to 200.</param>
    /// <param name="offset">How many to leave out at the beginning.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<FileComment>> ListAsync(
        NextcloudAccount account,
        long fileId,
        int limit,
        int offset,
        CancellationToken cancellationToken
    )
    {
        var body = new XElement(
            oc + "filter-comments",
            new XElement(oc + "limit", Math.Clamp(limit, 1, 200)),
            new XElement(oc + "offset", Math.Max(offset, 0))
        );
        var request = new CloudRequest(
            CloudRequest.Report,
            UrlOf(fileId),
            string.Create(CultureInfo.InvariantCulture, $"Reading the comments on file {fileId}")
        )
        {
            Content = DavCall.Xml(body),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return [.. DavMultistatus.Read(request, answer).Select(Comment).OfType<FileComment>()];
    }

    /// <summary>Writes a comment of at most <see cref="MaxLength"/> characters and answers its id.</summary>
    public async Task<long> CreateAsync(
        NextcloudAccount account,
        long fileId,
        string text,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(
            HttpMethod.Post,
            UrlOf(fileId),
            string.Create(CultureInfo.InvariantCulture, $"Commenting on file {fileId}")
        )
        {
            Content = JsonAnswer.Content(new CommentWrite("users", "comment", text), CommentsJson.Default.CommentWrite),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return DavNumber.Read(answer.Header("Content-Location")?.Split('/')[^1])
            ?? throw new NextcloudException(ErrorReader.Unexpected(request, "The answer names no comment."));
    }

    /// <summary>Changes what a comment says; only who wrote it may.</summary>
    public async Task UpdateAsync(
        NextcloudAccount account,
        long fileId,
        long id,
        string text,
        CancellationToken cancellationToken
    )
    {
        var request = DavPropPatch.Set(
            UrlOf(fileId, id),
            string.Create(CultureInfo.InvariantCulture, $"Changing comment {id}"),
            new XElement(message, text)
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        DavPropPatch.RequireSet(request, answer, message);
    }

    /// <summary>Deletes a comment for good; only who wrote it may.</summary>
    public Task DeleteAsync(NextcloudAccount account, long fileId, long id, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            new CloudRequest(
                HttpMethod.Delete,
                UrlOf(fileId, id),
                string.Create(CultureInfo.InvariantCulture, $"Deleting comment {id}")
            ),
            cancellationToken
        );

    private static string UrlOf(long fileId) =>
        string.Create(CultureInfo.InvariantCulture, $"/remote.php/dav/comments/files/{fileId}");

    private static string UrlOf(long fileId, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{UrlOf(fileId)}/{id}");

    private static FileComment? Comment(DavResponse response) =>
        DavNumber.Read(response.Text(oc + "id")) is { } id
            ? new(
                id,
                response.Text(message) ?? "",
                response.Text(oc + "actorId") ?? "",
                response.Text(oc + "actorDisplayName") ?? response.Text(oc + "actorId") ?? "",
                DavTime.Read(response.Text(oc + "creationDateTime")),
                response.Text(oc + "isUnread") == "true",
                [
                    .. response
                        .Elements(oc + "mentions")
                        .Where(e => e.Is(oc + "mention"))
                        .Select(m => m.Element(oc + "mentionId")?.Text)
                        .OfType<string>(),
                ]
            )
            : null;
}
