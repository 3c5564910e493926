using System.Security.Cryptography;

namespace Gatehouse.DemoCloud.Files;

/// <summary>What the server gives to nodes: ids (unique over all homes), ETags and times.</summary>
internal sealed class FileStamps(TimeProvider time, long lastId)
{
    private long last = lastId;

    public long Now => time.GetUtcNow().ToUnixTimeSeconds();

    public static string FileETag() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static string FolderETag() => RandomNumberGenerator.GetHexString(13, lowercase: true);

    public long NextId() => Interlocked.Increment(ref last);

    public FileNode NewFolder(FilePath path) =>
        new()
        {
            Id = NextId(),
            Path = path,
            ETag = FolderETag(),
            Modified = Now,
            Uploaded = 0,
            Changed = Now,
        };

    /// <summary>
    /// The node of a file whose bytes were just written; an existing one keeps its id, star and properties, and what it was becomes a
    /// version unless it was empty.
    /// </summary>
    public FileNode Written(FileNode? existing, FilePath path, Content content, long? modified)
    {
        var node = existing is { IsFolder: false } ? existing : NewFolder(path);
        return node with
        {
            Versions = node.Size > 0 ? [.. node.Revisions.OrderBy(version => version.Revision)] : node.Versions,
            Label = null,
            Blob = content.Blob,
            Size = content.Size,
            ETag = FileETag(),
            Modified = modified ?? Now,
            Uploaded = Now,
            Changed = Now,
        };
    }
}
