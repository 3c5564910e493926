using System.Text;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Decides whether bytes are text, and cuts them where characters end.</summary>
internal static class TextOf
{
    private static readonly UTF8Encoding strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The text and how many bytes of it were used, or null when the bytes are no UTF-8 text.</summary>
    /// <param name="bytes">A part of a file.</param>
    /// <param name="isEnd">The file ends here: nothing may be left over.</param>
    public static (string Text, int Used)? Utf8(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        var used = isEnd ? bytes.Length : WholeCharacters(bytes);
        try
        {
            var text = strict.GetString(bytes[..used]);
            return text.AsSpan().ContainsAnyExceptInRange('\u0001', '\uffff') ? null : (text, used);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Up to three bytes at the end may begin a character whose rest comes later.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if ((b & 0b1100_0000) == 0b1000_0000)
                continue;

            var needed =
                b >= 0b1111_0000 ? 4
                : b >= 0b1110_0000 ? 3
                : b >= 0b1100_0000 ? 2
                : 1;
            return needed > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }
}
