using ModelContextProtocol.Protocol;

namespace Gatehouse.Conformance.Tests.Fixture;

/// <summary>The smallest picture and the smallest sound.</summary>
internal static class Samples
{
    /// <summary>One red pixel, PNG.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=="
    );

    /// <summary>No samples at all, WAV: the 44 bytes of the header.</summary>
    public static readonly byte[] Wav = Convert.FromBase64String(
        "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA="
    );

    /// <summary>The picture as content.</summary>
    public static ImageContentBlock Image => ImageContentBlock.FromBytes(Png, "image/png");

    /// <summary>A text as an embedded resource.</summary>
    public static EmbeddedResourceBlock Resource(string uri, string mimeType, string text) =>
        new()
        {
            Resource = new TextResourceContents
            {
                Uri = uri,
                MimeType = mimeType,
                Text = text,
            },
        };
}
