using System.Buffers.Binary;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>ITU-T T.81 annex B: the segments of a JPEG before its pixels.</summary>
internal static class JpegSegments
{
    /// <summary>Each marker with where its content stands; those that reach beyond the bytes are left out.</summary>
    public static List<(byte Marker, int Start, int Length)> Of(ReadOnlySpan<byte> jpeg)
    {
        var segments = new List<(byte, int, int)>();
        var at = 2;
        while (at + 4 <= jpeg.Length && jpeg[at] == 0xff)
        {
            var marker = jpeg[at + 1];
            if (marker == 0xff)
            {
                at++;
                continue;
            }

            const byte startOfScan = 0xda;
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]) - 2;
            if (marker == startOfScan || length < 0 || at + 4 + length > jpeg.Length)
                break;

            segments.Add((marker, at + 4, length));
            at += 4 + length;
        }

        return segments;
    }
}
