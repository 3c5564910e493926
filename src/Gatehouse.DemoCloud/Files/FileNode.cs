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

    /// <summary>The name a person gave to the content as it is now; it goes with it when it becomes a version.</summary>
    public string? Label { get; init; }

    /// <summary>What the file was before, the oldest first.</summary>
    public ImmutableArray<KeptVersion> Versions { get; init; } = [];

    /// <summary>Dead properties a client stored: <c>{namespace}name</c> to text.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    public bool IsFolder => Blob is null;

    /// <summary>All bytes it needs, those of its versions too.</summary>
    public IEnumerable<string> Blobs => Blob is null ? [] : Versions.Select(version => version.Blob).Prepend(Blob);

    /// <summary>Itself among its versions, as Nextcloud lists it; of one second only the last content is left.</summary>
    public IEnumerable<KeptVersion> Revisions =>
        Versions
            .Where(version => version.Revision != Modified)
            .Append(new KeptVersion(Modified, Blob ?? "", Size, Label));

    public string ContentType => ContentTypes.Of(Path.Name);
}
