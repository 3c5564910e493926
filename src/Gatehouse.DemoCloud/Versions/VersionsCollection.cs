using System.Globalization;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Sharing;

namespace Gatehouse.DemoCloud.Versions;

/// <summary><c>versions/USER/versions/FILE</c>: what a file was before. MOVE to <c>versions/USER/restore</c> makes it that again.</summary>
internal sealed class VersionsCollection(Shares shares) : IDavCollection
{
    public static DavError Missing { get; } = DavError.NotFound("");

    public string Segment => "versions";

    public string Features => DavFeatures.Common;

    public Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken) =>
        call.Names switch
        {
            [var user, ..] when user != call.Me.Id => Task.FromResult<DavError?>(DavError.Forbidden("")),
            [_, "versions", var file] when call.Method == "PROPFIND" => PropFindAsync(call, Number(file)),
            [_, "versions", var file, var revision] => OfVersionAsync(
                call,
                Number(file),
                Number(revision),
                cancellationToken
            ),
            _ => DavAnswers.NotImplementedAsync(call.Method),
        };

    private static long Number(string name) =>
        long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private Task<DavError?> OfVersionAsync(DavCall call, long file, long revision, CancellationToken cancellationToken)
    {
        if (shares.ViewOf(call.Me).Find(file) is not { IsFolder: false } node)
        {
            return Task.FromResult<DavError?>(Missing);
        }

        var version = new VersionCall(call, node.Path, shares.Locate(call.Me, node.Path), file, revision);
        return version.In(node) is not { } found
            ? Task.FromResult<DavError?>(Missing)
            : call.Method switch
            {
                "GET" or "HEAD" => DownloadAsync(version, node, found),
                "PROPPATCH" => VersionChanges.LabelAsync(version, cancellationToken),
                "MOVE" => VersionChanges.RestoreAsync(version, cancellationToken),
                "DELETE" => VersionChanges.DeleteAsync(version, cancellationToken),
                _ => DavAnswers.NotImplementedAsync(call.Method),
            };
    }

    private async Task<DavError?> PropFindAsync(DavCall call, long file)
    {
        var (root, error) = await DavXml.ReadAsync(call.Context.Request);
        if (error is not null)
        {
            return error;
        }

        call.TellFeatures(this);
        if (shares.ViewOf(call.Me).Find(file) is not { IsFolder: false } node)
        {
            return Missing;
        }

        var names = DavXml.PropNames(root);
        var versions = call.Headers["Depth"] == "0" ? [] : node.Revisions;
        await DavXml.MultistatusAsync(
            call.Response,
            versions
                .Select(version => VersionProperties.Response(call, node, version, names))
                .Prepend(DavXml.Collection(VersionProperties.Href(call, file, null), names))
        );
        return null;
    }

    /// <summary>The file as it is now is listed, too, but only the kept ones can be read here.</summary>
    private static async Task<DavError?> DownloadAsync(VersionCall call, FileNode file, KeptVersion version)
    {
        if (version.Revision == file.Modified || call.Home.Contents.Open(version.Blob) is not { } bytes)
        {
            return Missing;
        }

        var node = file with { Modified = version.Revision, Size = version.Size };
        await using var opened = new OpenedFile(node, bytes);
        return await DavDownload.AnswerAsync(call.Call.Context, opened, VersionProperties.ETag(version.Revision));
    }
}
