using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Files;

/// <summary>What a write or a move left behind.</summary>
/// <param name="Created">Nothing was there before.</param>
/// <param name="ETag">The ETag now; null when the cloud did not say (it does for writes and moves of files).</param>
/// <param name="FileId">The id; null when not said.</param>
public sealed record FileWritten(bool Created, ETag? ETag, long? FileId);
