namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>What kind of picture some bytes are, by their beginning.</summary>
internal static class ImageType
{
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes is [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ..] ? "image/png"
        : bytes is [0xff, 0xd8, 0xff, ..] ? "image/jpeg"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
