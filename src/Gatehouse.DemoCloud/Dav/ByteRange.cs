using System.Globalization;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>RFC 9110 §14.1.2: one range of bytes, both ends included.</summary>
internal sealed record ByteRange(long Start, long End, bool IsSatisfiable)
{
    public long Length => End - Start + 1;

    /// <summary>Null where the header is none, malformed or asks for several ranges: then the whole file is the answer.</summary>
    public static ByteRange? Parse(string header, long size)
    {
        if (!header.StartsWith("bytes=", StringComparison.Ordinal) || header[6..].Split('-') is not [var from, var to])
        {
            return null;
        }

        var hasStart = long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start);
        var hasEnd = long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end);
        return (hasStart, hasEnd) switch
        {
            (true, true) when start > end => null,
            (true, true) => new ByteRange(start, Math.Min(end, size - 1), start < size),
            (true, false) when to.Length == 0 => new ByteRange(start, size - 1, start < size),
            (false, true) when from.Length == 0 => new ByteRange(Math.Max(size - end, 0), size - 1, size > 0),
            _ => null,
        };
    }
}
