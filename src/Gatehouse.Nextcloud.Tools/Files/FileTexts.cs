using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Versions;
using Gatehouse.Nextcloud.Tools.Text;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Reads a part of a file, of one of its versions, or of the text of a document.</summary>
internal sealed class FileTexts(FilesClient files, VersionsClient versions, DocumentTexts documents)
{
    /// <summary>A part as its bytes are: text, or nothing when they are none.</summary>
    public async Task<FileText> BytesAsync(
        NextcloudAccount account,
        FilePath path,
        FileVersionId? version,
        FileRange range,
        CancellationToken cancellationToken
    )
    {
        var content = await ReadAsync(account, path, version, range, cancellationToken);
        var text = TextOf.Utf8(content.Bytes.Span, content.IsEnd);
        var next = text is { } part && !content.IsEnd ? range.Offset + Math.Max(part.Used, 1) : (long?)null;
        return new(
            path.Value,
            content.ContentType,
            content.ETag.ToString(),
            content.TotalLength,
            range.Offset,
            FileUri.Of(path),
            text?.Text,
            next
        );
    }

    /// <summary>A part of what a document says. Of a picture only the beginning is fetched.</summary>
    public async Task<FileText> DocumentAsync(
        NextcloudAccount account,
        FilePath path,
        FileVersionId? version,
        DocumentKind kind,
        (PageRange Pages, int Offset, int Length) part,
        IProgress<ProgressNotificationValue> progress,
        CancellationToken cancellationToken
    )
    {
        var window = new TextWindow(part.Pages, part.Offset, part.Length);
        if (kind == DocumentKind.Image)
        {
            var head = await ReadAsync(account, path, version, new(0, ImageReader.HeadBytes), cancellationToken);
            using var bytes = new MemoryStream(head.Bytes.ToArray(), writable: false);
            var facts = documents.Read(bytes, kind, window, cancellationToken);
            return Answer(path, head.ContentType, head.ETag, head.TotalLength, part.Offset, facts);
        }

        await using var download = version is { } id
            ? await versions.DownloadAsync(account, id, cancellationToken)
            : await files.DownloadAsync(account, path, cancellationToken);
        var text = await documents.ReadAsync(download, kind, window, progress, cancellationToken);
        return Answer(path, download.ContentType, download.ETag, download.Length ?? 0, part.Offset, text);
    }

    private static FileText Answer(
        FilePath path,
        string contentType,
        Dav.ETag etag,
        long length,
        int offset,
        DocumentText text
    ) =>
        new(
            path.Value,
            contentType,
            etag.ToString(),
            length,
            offset,
            FileUri.Of(path),
            text.Text,
            text.NextOffset,
            text.Pages
        );

    /// <summary>An empty file has no first byte, and Nextcloud answers 416 to any range of it.</summary>
    private async Task<FileContent> ReadAsync(
        NextcloudAccount account,
        FilePath path,
        FileVersionId? version,
        FileRange range,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return version is { } id
                ? await versions.ReadAsync(account, id, range, cancellationToken)
                : await files.ReadAsync(account, path, range, cancellationToken);
        }
        catch (NextcloudException exception)
            when (range.Offset == 0 && version is null && exception.Kind == NextcloudErrorKind.RangeNotSatisfiable)
        {
            var entry = await files.StatAsync(account, path, cancellationToken);
            if (entry is { Size: 0, ETag: { } etag })
                return new(default, 0, 0, entry.ContentType ?? "text/plain", etag);
            throw;
        }
    }
}
