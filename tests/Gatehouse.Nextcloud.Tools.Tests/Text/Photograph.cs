using System.Buffers.Binary;
using System.Text;

namespace Gatehouse.Nextcloud.Tools.Tests.Text;

/// <summary>Writes the beginning of a JPEG with EXIF: taken at 33.5 S, 18.25 E.</summary>
internal static class Photograph
{
    public static byte[] Of(bool isLittle)
    {
        var tiff = new Tiff(isLittle);
        using var jpeg = new MemoryStream();
        jpeg.Write([0xff, 0xd8]);
        byte[] exif = [.. "Exif\0\0"u8, .. tiff.Write()];
        jpeg.Write([0xff, 0xe1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2)]);
        jpeg.Write(exif);
        // A frame of 640 by 480, and the scan after it.
        jpeg.Write([0xff, 0xc0, 0, 17, 8, 0x01, 0xe0, 0x02, 0x80, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
        jpeg.Write([0xff, 0xda, 0, 12]);
        return jpeg.ToArray();
    }

    private sealed class Tiff(bool isLittle)
    {
        private readonly byte[] bytes = new byte[400];
        private int data = 200;

        public byte[] Write()
        {
            Encoding.ASCII.GetBytes(isLittle ? "II" : "MM").CopyTo(bytes, 0);
            Number16(2, 42);
            Number32(4, 8);
            const int exifAt = 80;
            const int gpsAt = 110;
            Directory(
                8,
                (0x10f, 2, 5, Data("Acme\0"u8)),
                (0x110, 2, 3, 0x583100),
                (0x8769, 4, 1, exifAt),
                (0x8825, 4, 1, gpsAt)
            );
            Directory(exifAt, (0x9003, 2, 20, Data("2026:06:01 12:30:00\0"u8)));
            Directory(
                gpsAt,
                (1, 2, 2, 0x5300),
                (2, 5, 3, Degrees(33, 30)),
                (3, 2, 2, 0x4500),
                (4, 5, 3, Degrees(18, 15))
            );
            // Short texts stand in the entry itself, in the order of letters whatever the byte order is.
            Encoding.ASCII.GetBytes("X1\0").CopyTo(bytes, 8 + 2 + 12 + 8);
            Encoding.ASCII.GetBytes("S\0").CopyTo(bytes, gpsAt + 2 + 8);
            Encoding.ASCII.GetBytes("E\0").CopyTo(bytes, gpsAt + 2 + 24 + 8);
            return bytes;
        }

        private void Directory(int at, params (int Tag, int Type, int Count, int Value)[] entries)
        {
            Number16(at, entries.Length);
            for (var i = 0; i < entries.Length; i++)
            {
                var entry = at + 2 + (12 * i);
                Number16(entry, entries[i].Tag);
                Number16(entry + 2, entries[i].Type);
                Number32(entry + 4, entries[i].Count);
                Number32(entry + 8, entries[i].Value);
            }
        }

        private int Data(ReadOnlySpan<byte> text)
        {
            text.CopyTo(bytes.AsSpan(data));
            data += text.Length;
            return data - text.Length;
        }

        private int Degrees(int degrees, int minutes)
        {
            var at = data;
            foreach (var number in new[] { degrees, 1, minutes, 1, 0, 1 })
            {
                Number32(data, number);
                data += 4;
            }

            return at;
        }

        private void Number16(int at, int value)
        {
            if (isLittle)
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)value);
            else
                BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)value);
        }

        private void Number32(int at, int value)
        {
            if (isLittle)
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);
            else
                BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), value);
        }
    }
}
