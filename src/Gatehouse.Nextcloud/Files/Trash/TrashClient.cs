using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files.Trash;

/// <summary>A person's trash bin. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class TrashClient(NextcloudTransport transport)
{
    private static readonly XName original = DavXml.Nextcloud + "trashbin-original-location";
    private static readonly XName deleted = DavXml.Nextcloud + "trashbin-deletion-time";
    private static readonly XName deletedBy = DavXml.Nextcloud + "trashbin-deleted-by-id";
    private static readonly XName fileId = DavXml.OwnCloud + "fileid";
    private static readonly XName size = DavXml.OwnCloud + "size";
    private static readonly XName contentType = DavXml.Dav + "getcontenttype";
    private static readonly XName resourceType = DavXml.Dav + "resourcetype";
    private static readonly DavProperties asked = new(
        original,
        deleted,
        deletedBy,
        fileId,
        size,
        contentType,
        resourceType
    );

    /// <summary>What was deleted, newest first. The trash bin has no pages.</summary>
    public async Task<IReadOnlyList<TrashItem>> ListAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var request = DavCall.PropFind(Root(account) + "/trash/", "Listing the trash bin", depth: 1, asked);
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return
        [
            .. DavMultistatus
                .Read(request, answer)
                .Select(Item)
                .OfType<TrashItem>()
                .OrderByDescending(i => i.Deleted)
                .ThenBy(i => i.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Puts a deleted thing back where it was. Nextcloud puts it into the root when its folder is gone, and adds to its name when
    /// something else is there.
    /// </summary>
    public Task RestoreAsync(NextcloudAccount account, string name, CancellationToken cancellationToken)
    {
        var encoded = Encoded(name);
        var target = account.Cloud.Called($"{Root(account)}/restore/{encoded}").AbsolutePath;
        var request = new CloudRequest(
            CloudRequest.Move,
            $"{Root(account)}/trash/{encoded}",
            $"Restoring '{name}' from the trash bin"
        )
        {
            Headers = [new("Destination", target)],
            IsTransfer = true,
        };
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    /// <summary>Deletes a thing of the trash bin for good.</summary>
    public Task DeleteAsync(NextcloudAccount account, string name, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            new CloudRequest(
                HttpMethod.Delete,
                $"{Root(account)}/trash/{Encoded(name)}",
                $"Deleting '{name}' for good"
            ),
            cancellationToken
        );

    /// <summary>Deletes all that is in the trash bin for good.</summary>
    public Task EmptyAsync(NextcloudAccount account, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            new CloudRequest(HttpMethod.Delete, Root(account) + "/trash", "Emptying the trash bin")
            {
                IsTransfer = true,
            },
            cancellationToken
        );

    private static string Root(NextcloudAccount account) =>
        "/remote.php/dav/trashbin/" + Uri.EscapeDataString(account.DavPrincipal.Name);

    /// <summary>A name is one segment: an empty one would be the whole trash bin, and ".." what is above it.</summary>
    private static string Encoded(string name) =>
        FilePath.TryParse(name, out var path, out var error) && !path.IsRoot && path.Parent.IsRoot
            ? Uri.EscapeDataString(path.Name)
            : throw new FormatException(error ?? "A name in the trash bin is not empty and holds no slash.");

    private static TrashItem? Item(DavResponse response)
    {
        if (!FilePath.TryParse(response.Text(original), out var path, out _) || path.IsRoot)
            return null;

        var isFolder = response.Holds(resourceType, DavXml.Dav + "collection");
        return new(
            Uri.UnescapeDataString(response.Href.TrimEnd('/').Split('/')[^1]),
            path,
            DavNumber.Read(response.Text(deleted)) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            response.Text(deletedBy),
            isFolder,
            DavNumber.Read(response.Text(size)),
            isFolder ? null : response.Text(contentType),
            DavNumber.Read(response.Text(fileId))
        );
    }
}
