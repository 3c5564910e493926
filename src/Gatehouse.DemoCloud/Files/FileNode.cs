using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Files;

/// <summary>A file or a folder as it is at one moment; <see cref="Blob"/> names a file's bytes and is missing for a folder.</summary>
internal sealed record FileNode
{
    public required long Id { get; init; }

    public required FilePath Path { get; init; }

    public required string ETag { get; init; }

    /// <summary>Unix seconds a client may set (X-OC-MTime, a note's <c>modified</c>).</summary>
    public required long Modified { get; init; }

    /// <summary>Unix seconds of the last write of the bytes.</summary>
    public required long Uploaded { get; init; }

    /// <summary>Unix seconds of the last change of anything.</summary>
    public required long Changed { get; init; }

    public string? Blob { get; init; }

    public long Size { get; init; }

    public bool Favorite { get; init; }

    /// <summary>Dead properties a client stored: <c>{namespace}name</c> to text.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    public bool IsFolder => Blob is null;

    public string ContentType => ContentTypes.Of(Path.Name);
}
