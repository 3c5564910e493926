using System.Collections.Immutable;
using System.Globalization;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Files;

/// <summary>A file or folder.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="IsFolder">A folder.</param>
/// <param name="Size">Bytes; of a folder the sum of what is in it, null when the cloud has not counted.</param>
/// <param name="ContentType">The media type of a file; null for folders.</param>
/// <param name="Modified">When it was changed; null when not said.</param>
/// <param name="ETag">What a conditional write must carry; null when not said.</param>
/// <param name="FileId">Its id, which stays when it is moved; null when not said.</param>
/// <param name="Permissions">
/// Nextcloud's letters: G readable, W writable, C and K files and folders may be made in it, D deletable, N renamable, V movable, R shareable,
/// S shared with this person, M a mount. Empty when not asked for.
/// </param>
public sealed record FileEntry(
    FilePath Path,
    bool IsFolder,
    long? Size,
    string? ContentType,
    DateTimeOffset? Modified,
    ETag? ETag,
    long? FileId,
    string Permissions
)
{
    /// <summary>It is one of the person's favourites.</summary>
    public bool IsFavorite { get; init; }

    /// <summary>The names of its system tags, those of folders above it not included. A search does not answer them.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Who locked it; null when it is not locked, or the cloud has no locks (app files_lock).</summary>
    public string? LockedBy { get; init; }

    /// <summary>The path of its page below the cloud's base; null without an id.</summary>
    public string? WebPath =>
        FileId is { } id ? string.Create(CultureInfo.InvariantCulture, $"/index.php/f/{id}") : null;
}
