using System.Globalization;
using System.Text;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Collectives;

/// <summary>
/// Pages of collectives, API 1.0; their texts are files, read and written over WebDAV with ETags. All methods throw
/// <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class PagesClient(NextcloudTransport transport)
{
    private const int MaxBytes = 4 * 1024 * 1024;

    private readonly FilesClient files = new(transport);

    /// <summary>All pages of a collective, without their texts. The API has no parts.</summary>
    public Task<IReadOnlyList<CollectivePage>> ListAsync(
        NextcloudAccount account,
        long collectiveId,
        CancellationToken cancellationToken
    ) =>
        ManyAsync(
            account,
            CollectivesRequest.Below(collectiveId, "/pages"),
            $"Listing the pages of collective {collectiveId}",
            cancellationToken
        );

    /// <summary>The pages of a collective that are in its trash.</summary>
    public Task<IReadOnlyList<CollectivePage>> ListTrashAsync(
        NextcloudAccount account,
        long collectiveId,
        CancellationToken cancellationToken
    ) =>
        ManyAsync(
            account,
            CollectivesRequest.Below(collectiveId, "/pages/trash"),
            $"Listing the trashed pages of collective {collectiveId}",
            cancellationToken
        );

    /// <summary>Searches the texts at the cloud. What was written since its last background job is not found yet.</summary>
    public Task<IReadOnlyList<CollectivePage>> SearchAsync(
        NextcloudAccount account,
        long collectiveId,
        string words,
        CancellationToken cancellationToken
    ) =>
        ManyAsync(
            account,
            CollectivesRequest.Below(collectiveId, "/search?searchString=" + Uri.EscapeDataString(words)),
            $"Searching the pages of collective {collectiveId}",
            cancellationToken
        );

    /// <summary>A page without its text.</summary>
    public Task<CollectivePage> GetAsync(
        NextcloudAccount account,
        long collectiveId,
        long id,
        CancellationToken cancellationToken
    ) =>
        OneAsync(
            account,
            HttpMethod.Get,
            CollectivesRequest.Page(collectiveId, id),
            $"Reading page {id}",
            cancellationToken
        );

    /// <summary>A page with its text, up to 4 MiB.</summary>
    public async Task<PageText> ReadAsync(
        NextcloudAccount account,
        long collectiveId,
        long id,
        CancellationToken cancellationToken
    )
    {
        var page = await GetAsync(account, collectiveId, id, cancellationToken);
        await using var file = await files.DownloadAsync(account, PathOf(page), cancellationToken);
        var bytes = await BoundedReader.ReadAsync(file.Content, file.Length, MaxBytes, cancellationToken);
        return bytes is not null
            ? new(page, Encoding.UTF8.GetString(bytes), file.ETag)
            : throw new NextcloudException(
                new(
                    NextcloudErrorKind.TooLarge,
                    $"Reading page {id} failed: its text is longer than {MaxBytes} bytes.",
                    Cause: null,
                    $"Read {page.Path} in parts, as a file."
                )
            );
    }

    /// <summary>
    /// Writes a page's text when it is still as <paramref name="ifMatch"/> says, then tells the app, which keeps who changed it and its
    /// index. Otherwise the error is a <see cref="NextcloudErrorKind.Conflict"/> and nothing was written.
    /// </summary>
    public async Task<PageText> WriteAsync(
        NextcloudAccount account,
        long collectiveId,
        CollectivePage page,
        string content,
        ETag ifMatch,
        CancellationToken cancellationToken
    )
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var condition = WriteCondition.Unchanged(ifMatch);
        var written = await files.WriteAsync(account, PathOf(page), bytes, condition, cancellationToken);
        var touched = await TouchAsync(account, collectiveId, page.Id, cancellationToken);
        return new(touched, content, written.ETag ?? ifMatch);
    }

    /// <summary>Makes an empty page below another one. A title that is taken there is numbered.</summary>
    public Task<CollectivePage> CreateAsync(
        NextcloudAccount account,
        long collectiveId,
        long parentId,
        string title,
        CancellationToken cancellationToken
    ) =>
        OneAsync(
            account,
            HttpMethod.Post,
            CollectivesRequest.Page(collectiveId, parentId),
            $"Making the page '{title}'",
            cancellationToken,
            JsonAnswer.Content(new PageWrite(title), CollectivesJson.Default.PageWrite)
        );

    /// <summary>
    /// The file of a page just made, with its ETag: the API answers without one.
    /// </summary>
    public async Task<ETag> ETagAsync(
        NextcloudAccount account,
        CollectivePage page,
        CancellationToken cancellationToken
    ) =>
        (await files.StatAsync(account, PathOf(page), cancellationToken)).ETag
        ?? throw new NextcloudException(
            new(
                NextcloudErrorKind.UnexpectedAnswer,
                $"Looking at the text of page {page.Id} failed: it has no ETag.",
                Cause: null,
                "Read the page and write it then."
            )
        );

    /// <summary>Renames a page, moves it below another one, or both; what is null stays. Its file moves with it.</summary>
    public Task<CollectivePage> MoveAsync(
        NextcloudAccount account,
        long collectiveId,
        long id,
        string? title,
        long? parentId,
        CancellationToken cancellationToken
    ) =>
        OneAsync(
            account,
            HttpMethod.Put,
            CollectivesRequest.Page(collectiveId, id),
            $"Moving page {id}",
            cancellationToken,
            JsonAnswer.Content(new PageWrite(title, parentId), CollectivesJson.Default.PageWrite)
        );

    /// <summary>Copies a page below another one, with another title when one is given.</summary>
    public Task<CollectivePage> CopyAsync(
        NextcloudAccount account,
        long collectiveId,
        long id,
        string? title,
        long parentId,
        CancellationToken cancellationToken
    ) =>
        OneAsync(
            account,
            HttpMethod.Put,
            CollectivesRequest.Page(collectiveId, id),
            $"Copying page {id}",
            cancellationToken,
            JsonAnswer.Content(new PageWrite(title, parentId, Copy: true), CollectivesJson.Default.PageWrite)
        );

    /// <summary>Sets a page's emoji; null takes it away.</summary>
    public Task<CollectivePage> SetEmojiAsync(
        NextcloudAccount account,
        long collectiveId,
        long id,
        string? emoji,
        CancellationToken cancellationToken
    ) =>
        OneAsync(
            account,
            HttpMethod.Put,
            CollectivesRequest.Page(collectiveId, id, "/emoji"),
            $"Changing page {id}",
            cancellationToken,
            JsonAnswer.Content(new EmojiWrite(emoji), CollectivesJson.Default.EmojiWrite)
        );

    /// <summary>Gives a page a tag, or takes it.</summary>
    public Task<CollectivePage> TagAsync(
        NextcloudAccount account,
        long collectiveId,
        long id,
        long tagId,
        bool isTagged,
        CancellationToken cancellationToken
    ) =>
        OneAsync(
            account,
            isTagged ? HttpMethod.Put : HttpMethod.Delete,
            CollectivesRequest.Page(collectiveId, id, string.Create(CultureInfo.InvariantCulture, $"/tags/{tagId}")),
            $"Tagging page {id}",
            cancellationToken
        );

    /// <summary>Puts a page and those below it into the trash of the collective.</summary>
    public Task<CollectivePage> TrashAsync(
        NextcloudAccount account,
        long collectiveId,
        long id,
        CancellationToken cancellationToken
    ) =>
        OneAsync(
            account,
            HttpMethod.Delete,
            CollectivesRequest.Page(collectiveId, id),
            $"Trashing page {id}",
            cancellationToken
        );

    /// <summary>Takes a page back out of the trash.</summary>
    public Task<CollectivePage> RestoreAsync(
        NextcloudAccount account,
        long collectiveId,
        long id,
        CancellationToken cancellationToken
    ) =>
        OneAsync(
            account,
            HttpMethod.Patch,
            CollectivesRequest.Below(collectiveId, string.Create(CultureInfo.InvariantCulture, $"/pages/trash/{id}")),
            $"Restoring page {id}",
            cancellationToken
        );

    private Task<CollectivePage> TouchAsync(
        NextcloudAccount account,
        long collectiveId,
        long id,
        CancellationToken cancellationToken
    ) =>
        OneAsync(
            account,
            HttpMethod.Get,
            CollectivesRequest.Page(collectiveId, id, "/touch"),
            $"Telling Collectives of the change of page {id}",
            cancellationToken
        );

    private static FilePath PathOf(CollectivePage page) =>
        page.Path
        ?? throw new NextcloudException(
            new(
                NextcloudErrorKind.NotFound,
                $"Page {page.Id} has no text that can be read or written.",
                "It is in the trash.",
                "Restore it first."
            )
        );

    private async Task<IReadOnlyList<CollectivePage>> ManyAsync(
        NextcloudAccount account,
        string path,
        string doing,
        CancellationToken cancellationToken
    )
    {
        var request = CollectivesRequest.Of(HttpMethod.Get, path, doing);
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var data = OcsCall.DataOf(request, answer, CollectivesJson.Default.OcsEnvelopePagesData);
        return [.. (data.Pages ?? []).Select(CollectivesRequest.Convert)];
    }

    private async Task<CollectivePage> OneAsync(
        NextcloudAccount account,
        HttpMethod method,
        string path,
        string doing,
        CancellationToken cancellationToken,
        Func<HttpContent>? content = null
    )
    {
        var request = CollectivesRequest.Of(method, path, doing) with { Content = content };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var data = OcsCall.DataOf(request, answer, CollectivesJson.Default.OcsEnvelopePagesData);
        return CollectivesRequest.Convert(CollectivesRequest.Needed(request, data.Page));
    }
}
