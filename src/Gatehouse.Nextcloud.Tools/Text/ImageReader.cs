using System.Buffers.Binary;
using System.Globalization;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>What a picture says about itself: its kind and size, and what the camera wrote down. Its pixels are never unpacked.</summary>
internal sealed class ImageReader : IDocumentReader
{
    /// <summary>All of it stands at the beginning of a file.</summary>
    public const int HeadBytes = 256 * 1024;

    public void Read(Stream file, TextWindow text, UnpackLimits limits)
    {
        var buffer = new byte[HeadBytes];
        var read = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        limits.Charge(read);
        var head = buffer.AsSpan(0, read);
        var (kind, width, height) = SizeOf(head);
        text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{kind} picture, {width} x {height} pixels"));
        if (kind == "JPEG")
        {
            foreach (var fact in JpegFacts(head))
                text.AppendLine(fact);
        }
    }

    private static (string Kind, int Width, int Height) SizeOf(ReadOnlySpan<byte> head)
    {
        if (IsPng(head))
            return (
                "PNG",
                BinaryPrimitives.ReadInt32BigEndian(head[16..]),
                BinaryPrimitives.ReadInt32BigEndian(head[20..])
            );
        if (head.StartsWith("GIF8"u8) && head.Length >= 10)
            return ("GIF", Little16(head, 6), Little16(head, 8));
        if (head.StartsWith("RIFF"u8) && head.Length >= 30 && head[8..].StartsWith("WEBP"u8))
            return WebP(head);
        if (head.Length > 2 && head[0] == 0xff && head[1] == 0xd8)
            return Jpeg(head);

        throw new InvalidDataException("It is no PNG, JPEG, GIF or WebP.");
    }

    private static bool IsPng(ReadOnlySpan<byte> head) =>
        head.Length >= 24 && BinaryPrimitives.ReadUInt64BigEndian(head) == 0x89504e470d0a1a0a;

    private static (string Kind, int Width, int Height) WebP(ReadOnlySpan<byte> head)
    {
        var chunk = head[12..];
        if (chunk.StartsWith("VP8X"u8))
            return ("WebP", 1 + Little24(head, 24), 1 + Little24(head, 27));
        if (chunk.StartsWith("VP8 "u8))
            return ("WebP", Little16(head, 26) & 0x3fff, Little16(head, 28) & 0x3fff);
        if (!chunk.StartsWith("VP8L"u8))
            throw new InvalidDataException("It is no WebP that is known.");

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
        return ("WebP", (int)(bits & 0x3fff) + 1, (int)((bits >> 14) & 0x3fff) + 1);
    }

    private static (string Kind, int Width, int Height) Jpeg(ReadOnlySpan<byte> head)
    {
        foreach (var (marker, start, length) in JpegSegments.Of(head))
        {
            var isFrame = marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc);
            if (isFrame && length >= 5)
                return (
                    "JPEG",
                    BinaryPrimitives.ReadUInt16BigEndian(head[(start + 3)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(head[(start + 1)..])
                );
        }

        throw new InvalidDataException("Its size does not stand at its beginning.");
    }

    private static IEnumerable<string> JpegFacts(ReadOnlySpan<byte> head)
    {
        foreach (var (marker, start, length) in JpegSegments.Of(head))
        {
            var segment = head.Slice(start, length);
            if (marker == 0xe1 && segment.StartsWith("Exif\0\0"u8))
                return ExifFacts.Of(segment[6..]);
        }

        return [];
    }

    private static int Little16(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static int Little24(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
}
