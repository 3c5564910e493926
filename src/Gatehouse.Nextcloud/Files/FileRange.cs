using System.Net.Http.Headers;

namespace Gatehouse.Nextcloud.Files;

/// <summary>A part of a file.</summary>
/// <param name="Offset">The first byte, from 0.</param>
/// <param name="Length">How many bytes at most, at least 1.</param>
public readonly record struct FileRange(long Offset, int Length)
{
    internal string Header => new RangeHeaderValue(Offset, Offset + Length - 1).ToString();
}
