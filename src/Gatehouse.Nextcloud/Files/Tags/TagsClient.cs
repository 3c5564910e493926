using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files.Tags;

/// <summary>System tags and the files that have them. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class TagsClient(NextcloudTransport transport)
{
    private const string Tags = "/remote.php/dav/systemtags/";

    private static readonly XNamespace oc = DavXml.OwnCloud;
    private static readonly XName id = oc + "id";
    private static readonly XName displayName = oc + "display-name";
    private static readonly XName canAssign = oc + "can-assign";
    private static readonly DavProperties asked = new(id, displayName, canAssign);

    /// <summary>The tags this person can see.</summary>
    public async Task<IReadOnlyList<SystemTag>> ListAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var request = DavCall.PropFind(Tags, "Listing the tags", depth: 1, asked);
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return [.. DavMultistatus.Read(request, answer).Select(Tag).OfType<SystemTag>()];
    }

    /// <summary>Makes a tag that everybody sees and may assign; one of this name that is there already is a <see cref="NextcloudErrorKind.Conflict"/>.</summary>
    public async Task<SystemTag> CreateAsync(NextcloudAccount account, string name, CancellationToken cancellationToken)
    {
        var request = new CloudRequest(HttpMethod.Post, Tags, $"Making the tag '{name}'")
        {
            Content = JsonAnswer.Content(
                new TagWrite(name, UserVisible: true, UserAssignable: true, CanAssign: true),
                TagsJson.Default.TagWrite
            ),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return DavNumber.Read(answer.Header("Content-Location")?.Split('/')[^1]) is { } made
            ? new(made, name, CanAssign: true)
            : throw new NextcloudException(ErrorReader.Unexpected(request, "The answer names no tag."));
    }

    /// <summary>Puts a tag on a file or folder. One that it has already is no error.</summary>
    public async Task AssignAsync(
        NextcloudAccount account,
        long fileId,
        long tagId,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(
            HttpMethod.Put,
            RelationOf(fileId, tagId),
            DoingOf("Putting tag", tagId, "on", fileId)
        );
        // 409 is Nextcloud's answer when the file has the tag.
        await SendAsync(account, request, HttpStatusCode.Conflict, cancellationToken);
    }

    /// <summary>Takes a tag from a file or folder. One that it has not is no error.</summary>
    public async Task UnassignAsync(
        NextcloudAccount account,
        long fileId,
        long tagId,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(
            HttpMethod.Delete,
            RelationOf(fileId, tagId),
            DoingOf("Taking tag", tagId, "from", fileId)
        );
        await SendAsync(account, request, HttpStatusCode.NotFound, cancellationToken);
    }

    /// <summary>
    /// The files and folders that have all these tags themselves; what is below such a folder is not named. A tag that is gone is an error of
    /// kind <see cref="NextcloudErrorKind.Conflict"/> (412).
    /// </summary>
    public async Task<IReadOnlyList<FileEntry>> FindAsync(
        NextcloudAccount account,
        IReadOnlyCollection<long> tagIds,
        CancellationToken cancellationToken
    )
    {
        if (tagIds.Count == 0)
            throw new ArgumentException("Without a tag every file would be asked for.", nameof(tagIds));

        var rules = tagIds.Select(tag => new XElement(oc + "systemtag", tag));
        var body = new XElement(
            oc + "filter-files",
            new XElement(DavXml.Dav + "prop", FileEntryReader.Properties.Select(p => new XElement(p))),
            new XElement(oc + "filter-rules", rules)
        );
        var request = new CloudRequest(
            CloudRequest.Report,
            account.DavPrincipal.FilesRoot + "/",
            "Finding the files with a tag"
        )
        {
            Content = DavCall.Xml(body),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return
        [
            .. DavMultistatus
                .Read(request, answer)
                .Select(r => FileEntryReader.Read(account.DavPrincipal, r))
                .OfType<FileEntry>(),
        ];
    }

    private async Task SendAsync(
        NextcloudAccount account,
        CloudRequest request,
        HttpStatusCode alsoDone,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.SendAsync(account.Login, request, cancellationToken);
        if (!answer.IsSuccess && answer.Status != alsoDone)
            throw new NextcloudException(ErrorReader.Read(account.Cloud, request, answer));
    }

    private static string RelationOf(long fileId, long tagId) =>
        string.Create(CultureInfo.InvariantCulture, $"/remote.php/dav/systemtags-relations/files/{fileId}/{tagId}");

    private static string DoingOf(string verb, long tagId, string preposition, long fileId) =>
        string.Create(CultureInfo.InvariantCulture, $"{verb} {tagId} {preposition} file {fileId}");

    private static SystemTag? Tag(DavResponse response) =>
        DavNumber.Read(response.Text(id)) is { } number && response.Text(displayName) is { } name
            ? new(number, name, response.Text(canAssign) == "true")
            : null;
}
