using System.Globalization;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files.Versions;

/// <summary>What files were before. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class VersionsClient(NextcloudTransport transport)
{
    private static readonly XName contentLength = DavXml.Dav + "getcontentlength";
    private static readonly XName contentType = DavXml.Dav + "getcontenttype";
    private static readonly XName lastModified = DavXml.Dav + "getlastmodified";
    private static readonly XName label = DavXml.Nextcloud + "version-label";
    private static readonly XName author = DavXml.Nextcloud + "version-author";
    private static readonly DavProperties asked = new(contentLength, contentType, lastModified, label, author);

    /// <summary>The versions of a file, newest first.</summary>
    public async Task<IReadOnlyList<FileVersion>> ListAsync(
        NextcloudAccount account,
        long fileId,
        CancellationToken cancellationToken
    )
    {
        var request = DavCall.PropFind(
            string.Create(CultureInfo.InvariantCulture, $"{Root(account)}/versions/{fileId}"),
            string.Create(CultureInfo.InvariantCulture, $"Listing the versions of file {fileId}"),
            depth: 1,
            asked
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return
        [
            .. DavMultistatus
                .Read(request, answer)
                .Select(r => Version(fileId, r))
                .OfType<FileVersion>()
                .OrderByDescending(v => v.Id.Revision),
        ];
    }

    /// <summary>A part of a version.</summary>
    public Task<FileContent> ReadAsync(
        NextcloudAccount account,
        FileVersionId version,
        FileRange range,
        CancellationToken cancellationToken
    )
    {
        var request = Read(account, version) with { Headers = [new("Range", range.Header)] };
        return FileReading.PartAsync(transport, account, request, range, cancellationToken);
    }

    /// <summary>A whole version as a stream.</summary>
    public Task<FileDownload> DownloadAsync(
        NextcloudAccount account,
        FileVersionId version,
        CancellationToken cancellationToken
    ) => FileReading.WholeAsync(transport, account, Read(account, version), cancellationToken);

    /// <summary>
    /// Makes the file what it was. What it is now becomes a version. When the file is no longer as <paramref name="ifMatch"/> says, the
    /// error is a <see cref="NextcloudErrorKind.Conflict"/> and nothing was changed.
    /// </summary>
    /// <param name="account">Whose file.</param>
    /// <param name="version">The version.</param>
    /// <param name="path">Where the file is now.</param>
    /// <param name="ifMatch">The ETag of the file as it was read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task RestoreAsync(
        NextcloudAccount account,
        FileVersionId version,
        FilePath path,
        ETag ifMatch,
        CancellationToken cancellationToken
    )
    {
        var target = account.Cloud.Called(Root(account) + "/restore/target").AbsolutePath;
        var file = account.Cloud.Called(account.DavPrincipal.FilesRoot + path.Encoded).AbsolutePath;
        var request = new CloudRequest(
            CloudRequest.Move,
            UrlOf(account, version),
            $"Restoring version {version} of {path}"
        )
        {
            Headers = [new("Destination", target), .. WriteCondition.Unchanged(ifMatch).OnTarget(file)],
            IsTransfer = true,
        };
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    /// <summary>Names a version, which keeps Nextcloud from tidying it away; an empty name takes it back.</summary>
    public async Task LabelAsync(
        NextcloudAccount account,
        FileVersionId version,
        string name,
        CancellationToken cancellationToken
    )
    {
        var request = DavPropPatch.Set(UrlOf(account, version), $"Naming version {version}", new XElement(label, name));
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        DavPropPatch.RequireSet(request, answer, label);
    }

    private static CloudRequest Read(NextcloudAccount account, FileVersionId version) =>
        new(HttpMethod.Get, UrlOf(account, version), $"Reading version {version}") { IsTransfer = true };

    private static string UrlOf(NextcloudAccount account, FileVersionId version) =>
        $"{Root(account)}/versions/{version}";

    private static string Root(NextcloudAccount account) =>
        "/remote.php/dav/versions/" + Uri.EscapeDataString(account.DavPrincipal.Name);

    private static FileVersion? Version(long fileId, DavResponse response) =>
        // The first response is the collection; its name is the file's id, too, but it has no length.
        response.Has(contentLength) && DavNumber.Read(response.Href.TrimEnd('/').Split('/')[^1]) is { } revision
            ? new(
                new(fileId, revision),
                DavTime.Read(response.Text(lastModified)),
                DavNumber.Read(response.Text(contentLength)),
                response.Text(contentType),
                response.Text(label),
                response.Text(author)
            )
            : null;
}
