using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>EXIF 2.32: when, with what and where a picture was taken. Every offset in it is checked: they come from strangers.</summary>
internal static class ExifFacts
{
    private const int MaxEntries = 500;
    private const int MaxText = 100;

    private enum Tag
    {
        GpsLatitudeReference = 1,
        GpsLatitude = 2,
        GpsLongitudeReference = 3,
        GpsLongitude = 4,
        Make = 0x10f,
        Model = 0x110,
        DateTime = 0x132,
        ExifDirectory = 0x8769,
        GpsDirectory = 0x8825,
        DateTimeOriginal = 0x9003,
    }

    /// <summary>Sentences for people; none when nothing was written down.</summary>
    public static IEnumerable<string> Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
            return [];

        var reader = new Reader(tiff);
        var main = reader.Directory(reader.Number32(4));
        var exif = main.TryGetValue(Tag.ExifDirectory, out var at) ? reader.Directory(reader.Number32(at)) : [];
        var gps = main.TryGetValue(Tag.GpsDirectory, out at) ? reader.Directory(reader.Number32(at)) : [];
        var facts = new List<string>();
        if ((reader.Text(exif, Tag.DateTimeOriginal) ?? reader.Text(main, Tag.DateTime)) is { } time)
            facts.Add(
                "Taken: " + (time is [_, _, _, _, ':', _, _, ':', ..] ? $"{time[..4]}-{time[5..7]}-{time[8..]}" : time)
            );
        var camera = $"{reader.Text(main, Tag.Make)} {reader.Text(main, Tag.Model)}".Trim();
        if (camera.Length > 0)
            facts.Add("Camera: " + camera);
        if (Place(reader, gps) is { } place)
            facts.Add("Place: " + place);
        return facts;
    }

    private static string? Place(Reader reader, Dictionary<Tag, int> gps)
    {
        var latitude = reader.Degrees(gps, Tag.GpsLatitude);
        var longitude = reader.Degrees(gps, Tag.GpsLongitude);
        if (latitude is null || longitude is null)
            return null;

        var south = reader.Text(gps, Tag.GpsLatitudeReference) == "S" ? -1 : 1;
        var west = reader.Text(gps, Tag.GpsLongitudeReference) == "W" ? -1 : 1;
        return string.Create(CultureInfo.InvariantCulture, $"{latitude * south:0.#####}, {longitude * west:0.#####}");
    }

    private readonly ref struct Reader(ReadOnlySpan<byte> tiff)
    {
        private readonly ReadOnlySpan<byte> tiff = tiff;
        private readonly bool isLittle = tiff[0] == 'I';

        public int Number32(int at) =>
            at < 0 || at > tiff.Length - 4 ? -1
            : isLittle ? BinaryPrimitives.ReadInt32LittleEndian(tiff[at..])
            : BinaryPrimitives.ReadInt32BigEndian(tiff[at..]);

        /// <summary>The tags of a directory, each with where its value (or the offset of its value) stands.</summary>
        public Dictionary<Tag, int> Directory(int at)
        {
            var entries = new Dictionary<Tag, int>();
            var count = Math.Min(Number16(at), MaxEntries);
            for (var entry = 0; entry < count; entry++)
            {
                var start = at + 2 + (entry * 12);
                if (start + 12 > tiff.Length)
                    break;
                entries[(Tag)Number16(start)] = start + 8;
            }

            return entries;
        }

        public string? Text(Dictionary<Tag, int> directory, Tag tag)
        {
            if (!directory.TryGetValue(tag, out var at))
                return null;

            var length = Math.Min(Number32(at - 4), MaxText);
            var start = length <= 4 ? at : Number32(at);
            if (length <= 0 || start < 0 || start > tiff.Length - length)
                return null;

            var text = Encoding.UTF8.GetString(tiff.Slice(start, length)).TrimEnd('\0', ' ');
            return text.Length == 0 || text.Any(char.IsControl) ? null : text;
        }

        /// <summary>Degrees, minutes and seconds, each a fraction.</summary>
        public double? Degrees(Dictionary<Tag, int> directory, Tag tag)
        {
            var start = directory.TryGetValue(tag, out var at) ? Number32(at) : -1;
            if (start < 0 || start > tiff.Length - 24)
                return null;

            var sum = 0.0;
            for (var part = 2; part >= 0; part--)
            {
                var below = (uint)Number32(start + (part * 8) + 4);
                if (below == 0)
                    return null;
                sum = (sum / 60) + ((uint)Number32(start + (part * 8)) / (double)below);
            }

            return sum <= 180 ? sum : null;
        }

        private int Number16(int at) =>
            at < 0 || at > tiff.Length - 2 ? 0
            : isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..])
            : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);
    }
}
