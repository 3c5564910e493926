using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Files;

/// <summary>A part of a file that was read.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Offset">Where they begin in the file.</param>
/// <param name="TotalLength">The length of the whole file.</param>
/// <param name="ContentType">The media type, without parameters.</param>
/// <param name="ETag">What a conditional write must carry.</param>
public sealed record FileContent(
    ReadOnlyMemory<byte> Bytes,
    long Offset,
    long TotalLength,
    string ContentType,
    ETag ETag
)
{
    /// <summary>Whether the file ends with these bytes.</summary>
    public bool IsEnd => Offset + Bytes.Length >= TotalLength;
}
