using System.Globalization;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files;

/// <summary>A person's files over WebDAV. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class FilesClient(NextcloudTransport transport)
{
    private const string Paginate = "X-NC-Paginate";

    /// <summary>
    /// A page of what is in a folder. Nextcloud 31 and later pages by itself (<c>X-NC-Paginate</c>; its token lives one hour). An older one,
    /// and one whose token is over, sends the whole folder each time, and the page is cut out here.
    /// </summary>
    /// <param name="account">Whose files.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cursor">Where the last page ended; null at the beginning.</param>
    /// <param name="pageSize">How many entries at once, 1 to 500.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FolderPage> ListAsync(
        NextcloudAccount account,
        FilePath folder,
        FolderCursor? cursor,
        int pageSize,
        CancellationToken cancellationToken
    )
    {
        // The folder itself is the first response, so the first page is one longer.
        var offset = cursor?.Offset ?? 0;
        var count = Math.Clamp(pageSize, 1, 500) + (offset == 0 ? 1 : 0);
        var request = DavCall.PropFind(
            UrlOf(account, folder) + "/",
            $"Listing the folder {folder}",
            depth: 1,
            FileEntryReader.Properties
        );
        request = request with { Headers = [.. request.Headers, .. PageHeaders(offset, count, cursor?.Token)] };

        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var responses = DavMultistatus.Read(request, answer);
        var isPaged = answer.Header(Paginate) is not null;
        var page = isPaged ? responses : [.. responses.Skip(offset).Take(count)];
        var token = isPaged ? answer.Header(Paginate + "-Token") ?? cursor?.Token : null;
        var total = Total(answer) ?? (isPaged ? null : responses.Count);

        var entries = page.Select(r => FileEntryReader.Read(account.DavPrincipal, r)).OfType<FileEntry>().ToList();
        var self = entries.Find(e => e.Path == folder);
        if (self is { IsFolder: false })
            throw new NextcloudException(NotAFolder(request));

        var end = offset + page.Count;
        var hasMore = total is { } all ? end < all : page.Count == count;
        return new(
            [.. entries.Where(e => e.Path != folder)],
            hasMore && page.Count > 0 ? new FolderCursor(end, token) : null,
            total - 1,
            offset == 0 ? self : null
        );
    }

    /// <summary>One file or folder.</summary>
    public async Task<FileEntry> StatAsync(NextcloudAccount account, FilePath path, CancellationToken cancellationToken)
    {
        var url = path.IsRoot ? UrlOf(account, path) + "/" : UrlOf(account, path);
        var request = DavCall.PropFind(url, $"Looking at {path}", depth: 0, FileEntryReader.Properties);
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return DavMultistatus
                .Read(request, answer)
                .Select(r => FileEntryReader.Read(account.DavPrincipal, r))
                .FirstOrDefault(e => e is not null)
            ?? throw new NextcloudException(ErrorReader.Unexpected(request, "The answer names no file."));
    }

    /// <summary>A part of a file. A folder is an error of kind <see cref="NextcloudErrorKind.Refused"/>.</summary>
    public Task<FileContent> ReadAsync(
        NextcloudAccount account,
        FilePath path,
        FileRange range,
        CancellationToken cancellationToken
    )
    {
        var request = Read(account, path) with { Headers = [new("Range", range.Header)] };
        return FileReading.PartAsync(transport, account, request, range, cancellationToken);
    }

    /// <summary>A whole file as a stream. A folder is an error of kind <see cref="NextcloudErrorKind.Refused"/>.</summary>
    public Task<FileDownload> DownloadAsync(
        NextcloudAccount account,
        FilePath path,
        CancellationToken cancellationToken
    ) => FileReading.WholeAsync(transport, account, Read(account, path), cancellationToken);

    /// <summary>
    /// Writes a whole file when <paramref name="condition"/> holds; otherwise the error is a <see cref="NextcloudErrorKind.Conflict"/> and
    /// nothing was written. The folder must exist (404 from Nextcloud otherwise).
    /// </summary>
    public async Task<FileWritten> WriteAsync(
        NextcloudAccount account,
        FilePath path,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(HttpMethod.Put, UrlOf(account, path), $"Writing {path}")
        {
            Headers = [new(condition.Header, condition.Value)],
            IsTransfer = true,
            Content = () => new ReadOnlyMemoryContent(content),
        };
        return FileWritten.Read(await transport.CallAsync(account.Login, request, cancellationToken));
    }

    /// <summary>Makes a folder. The one above must exist; one that is there already is a <see cref="NextcloudErrorKind.Conflict"/>.</summary>
    public async Task<FileWritten> CreateFolderAsync(
        NextcloudAccount account,
        FilePath path,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(CloudRequest.MkCol, UrlOf(account, path), $"Making the folder {path}");
        return FileWritten.Read(await transport.CallAsync(account.Login, request, cancellationToken));
    }

    /// <summary>
    /// Moves or renames; with an ETag only when it is still as it was read. What is at the target is overwritten only when asked.
    /// </summary>
    public Task<FileWritten> MoveAsync(
        NextcloudAccount account,
        FilePath from,
        FilePath to,
        bool overwrite,
        ETag? ifMatch,
        CancellationToken cancellationToken
    ) =>
        TransferAsync(
            account,
            CloudRequest.Move,
            $"Moving {from} to {to}",
            (from, to),
            overwrite,
            ifMatch,
            cancellationToken
        );

    /// <summary>Copies; with an ETag only what is still as it was read. What is at the target is overwritten only when asked.</summary>
    public Task<FileWritten> CopyAsync(
        NextcloudAccount account,
        FilePath from,
        FilePath to,
        bool overwrite,
        ETag? ifMatch,
        CancellationToken cancellationToken
    ) =>
        TransferAsync(
            account,
            CloudRequest.Copy,
            $"Copying {from} to {to}",
            (from, to),
            overwrite,
            ifMatch,
            cancellationToken
        );

    /// <summary>Deletes a file, or a folder with all that is in it, into the trash bin; with an ETag only when it is still as it was read.</summary>
    public Task DeleteAsync(NextcloudAccount account, FilePath path, ETag? ifMatch, CancellationToken cancellationToken)
    {
        var request = new CloudRequest(HttpMethod.Delete, UrlOf(account, NotRoot(path)), $"Deleting {path}")
        {
            Headers = ifMatch is { } etag ? [new("If-Match", etag.Quoted)] : [],
        };
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    /// <summary>Makes it a favourite of the person, or none. Its ETag stays.</summary>
    public async Task SetFavoriteAsync(
        NextcloudAccount account,
        FilePath path,
        bool isFavorite,
        CancellationToken cancellationToken
    )
    {
        var favorite = DavXml.OwnCloud + "favorite";
        var request = DavPropPatch.Set(
            UrlOf(account, path),
            isFavorite ? $"Making {path} a favourite" : $"Taking {path} from the favourites",
            new XElement(favorite, isFavorite ? "1" : "0")
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        DavPropPatch.RequireSet(request, answer, favorite);
    }

    /// <summary>Searches at the cloud, newest first.</summary>
    public async Task<FileSearchPage> SearchAsync(
        NextcloudAccount account,
        FileSearch search,
        CancellationToken cancellationToken
    )
    {
        var bounded = search with { Limit = Math.Clamp(search.Limit, 1, 200), Offset = Math.Max(search.Offset, 0) };
        var request = new CloudRequest(CloudRequest.Search, "/remote.php/dav/", $"Searching files in {search.Folder}")
        {
            Content = DavCall.Xml(FileSearchBody.Write(account.DavPrincipal.Name, bounded), "text/xml"),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var responses = DavMultistatus.Read(request, answer);
        return new(
            [.. responses.Select(r => FileEntryReader.Read(account.DavPrincipal, r)).OfType<FileEntry>()],
            responses.Count == bounded.Limit ? bounded.Offset + bounded.Limit : null
        );
    }

    private async Task<FileWritten> TransferAsync(
        NextcloudAccount account,
        HttpMethod method,
        string doing,
        (FilePath From, FilePath To) paths,
        bool overwrite,
        ETag? ifMatch,
        CancellationToken cancellationToken
    )
    {
        // Only the path: behind a proxy the cloud may know itself by another name than we do.
        var target = account.Cloud.Called(UrlOf(account, NotRoot(paths.To))).AbsolutePath;
        List<KeyValuePair<string, string>> headers =
        [
            new("Destination", target),
            new("Overwrite", overwrite ? "T" : "F"),
        ];
        if (ifMatch is { } etag)
            headers.Add(new("If-Match", etag.Quoted));
        var request = new CloudRequest(method, UrlOf(account, NotRoot(paths.From)), doing)
        {
            Headers = headers,
            IsTransfer = true,
        };
        return FileWritten.Read(await transport.CallAsync(account.Login, request, cancellationToken));
    }

    private static CloudRequest Read(NextcloudAccount account, FilePath path) =>
        new(HttpMethod.Get, UrlOf(account, NotRoot(path)), $"Reading {path}") { IsTransfer = true };

    private static string UrlOf(NextcloudAccount account, FilePath path) =>
        account.DavPrincipal.FilesRoot + path.Encoded;

    private static FilePath NotRoot(FilePath path) =>
        path.IsRoot
            ? throw new ArgumentException("The root of the files cannot be read, moved or deleted.", nameof(path))
            : path;

    private static IEnumerable<KeyValuePair<string, string>> PageHeaders(int offset, int count, string? token)
    {
        yield return new(Paginate, "true");
        yield return new(Paginate + "-Count", count.ToString(CultureInfo.InvariantCulture));
        if (token is null)
            yield break;

        yield return new(Paginate + "-Token", token);
        yield return new(Paginate + "-Offset", offset.ToString(CultureInfo.InvariantCulture));
    }

    private static int? Total(CloudAnswer answer) =>
        int.TryParse(answer.Header(Paginate + "-Total"), NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            ? total
            : null;

    private static NextcloudError NotAFolder(CloudRequest request) =>
        new(
            NextcloudErrorKind.Refused,
            $"{request.Doing} is not possible: it is a file.",
            Cause: null,
            "Read the file, or list the folder it is in."
        );
}
