using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Files.Rules;

/// <summary>Writes what a cloud says of files, and reads the paths in what a tool answers.</summary>
internal static class FileMultistatus
{
    private const string Home = "/remote.php/dav/files/alice";

    public static string Of(params (int Id, string Path, string Tag)[] files) =>
        "<d:multistatus xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\" xmlns:nc=\"http://nextcloud.org/ns\">"
        + string.Concat(
            files.Select(f =>
                $"<d:response><d:href>{Home}{f.Path}</d:href><d:propstat><d:prop><d:resourcetype>{(f.Path.EndsWith('/') ? "<d:collection/>" : "")}"
                + $"</d:resourcetype><oc:fileid>{f.Id}</oc:fileid><nc:system-tags>{(f.Tag.Length == 0 ? "" : $"<nc:system-tag>{f.Tag}</nc:system-tag>")}"
                + "</nc:system-tags></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
            )
        )
        + "</d:multistatus>";

    public static List<string?> Paths(JsonElement answer) =>
        [.. answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("path").GetString())];
}
