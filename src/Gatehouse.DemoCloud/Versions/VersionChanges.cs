using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Sharing;

namespace Gatehouse.DemoCloud.Versions;

/// <summary>PROPPATCH, MOVE and DELETE of a version.</summary>
internal static class VersionChanges
{
    public static async Task<DavError?> LabelAsync(VersionCall version, CancellationToken cancellationToken)
    {
        var call = version.Call;
        var (root, malformed) = await DavXml.ReadAsync(call.Context.Request);
        if (malformed is not null)
        {
            return malformed;
        }

        if (
            root?.Descendants(DavNames.D + "prop").SelectMany(prop => prop.Elements()).ToList() is not [{ } property]
            || property.Name != VersionProperties.Label
        )
        {
            return DavError.Forbidden("Only the label of a version can be set");
        }

        var label = property.Value.Length == 0 ? null : property.Value;
        var error = await ChangeAsync(version, file => Labelled(file, version.Revision, label), cancellationToken);
        if (error is null)
        {
            call.Response.Headers.Vary = "Brief,Prefer";
            var href = VersionProperties.Href(call, version.File, version.Revision);
            await DavXml.MultistatusAsync(
                call.Response,
                [DavXml.Response(href, [DavXml.Empty(VersionProperties.Label)], [])]
            );
        }

        return error;
    }

    public static async Task<DavError?> RestoreAsync(VersionCall version, CancellationToken cancellationToken)
    {
        var call = version.Call;
        switch (DavDestination.Of(call.Context.Request))
        {
            case null:
                return DavDestination.Missing(call.Context.Request);
            case ["versions", var user, "restore", _] when user == call.Me.Id:
                break;
            default:
                return DavError.Forbidden("");
        }

        var error = await ChangeAsync(version, file => Restored(file, version), cancellationToken);
        if (error is null)
        {
            await call.Response.DoneAsync(created: true);
        }

        return error;
    }

    public static async Task<DavError?> DeleteAsync(VersionCall version, CancellationToken cancellationToken)
    {
        var error = await ChangeAsync(version, file => Without(file, version.Revision), cancellationToken);
        if (error is null)
        {
            await version.Call.Response.DoneAsync(created: false);
        }

        return error;
    }

    private static FileNode Labelled(FileNode file, long revision, string? label) =>
        file.Modified == revision
            ? file with
            {
                Label = label,
            }
            : file with
            {
                Versions =
                [
                    .. file.Versions.Select(one => one.Revision == revision ? one with { Label = label } : one),
                ],
            };

    /// <summary>What it is now becomes a version, and the restored one is none any more.</summary>
    private static FileNode Restored(FileNode file, VersionCall call)
    {
        var version = call.In(file)!;
        var content = new Content(version.Blob, version.Size);
        var written = call.Home.Stamps.Written(file, file.Path, content, version.Revision);
        return Without(written with { Label = version.Label }, version.Revision);
    }

    private static FileNode Without(FileNode file, long revision) =>
        file with
        {
            Versions = [.. file.Versions.Where(version => version.Revision != revision)],
        };

    /// <summary>Changes the file when the version is still there and the conditions hold.</summary>
    private static Task<DavError?> ChangeAsync(
        VersionCall version,
        Func<FileNode, FileNode> change,
        CancellationToken cancellationToken
    )
    {
        var (call, home) = (version.Call, version.Home);
        if (!version.Place.Allows(ShareRights.Update))
        {
            return Task.FromResult<DavError?>(DavError.Forbidden(""));
        }

        return home.ChangeAsync(
            tree =>
            {
                var file = tree.Find(version.File);
                var refused = version.In(file) is null
                    ? VersionsCollection.Missing
                    : Preconditions.Check(call.Headers, VersionProperties.ETag(version.Revision))
                        ?? IfHeader.Check(call, path => path == version.Path ? file : call.Me.Home.Tree.Find(path));
                return refused is null
                    ? new Changed<DavError?>(tree.With(change(file!), home.Stamps), null)
                    : new Changed<DavError?>(null, refused);
            },
            cancellationToken
        );
    }
}
