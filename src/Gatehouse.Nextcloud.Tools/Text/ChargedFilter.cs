using System.IO.Compression;
using Gatehouse.Nextcloud.Tools.Text.Pdf;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>
/// A filter that is charged before it unpacks into memory: deflate is unpacked into nothing first, which is cheap; of the others the most they
/// can become is charged.
/// </summary>
internal sealed class ChargedFilter(IFilter inner, UnpackLimits limits) : IFilter
{
    /// <summary>LZW writes at most 4,096 bytes for 9 bits, and no honest page is larger than this many bytes packed.</summary>
    private const int MaxLzw = 32 * 1024;

    private const int RunLengthFactor = 64;

    public bool IsSupported => inner.IsSupported;

    public Memory<byte> Decode(
        Memory<byte> input,
        DictionaryToken streamDictionary,
        IFilterProvider filterProvider,
        int filterIndex
    )
    {
        limits.Charge(Declared.BytesOf(streamDictionary, filterIndex));
        if (inner is FlateFilter)
            Measure(input);
        else if (inner is CcittFaxDecodeFilter)
            throw new InvalidDataException("It has a picture where none can be.");
        else if (inner is LzwFilter && input.Length > MaxLzw)
            throw new InvalidDataException("It is packed in an old way that could become too large.");
        else if (inner is RunLengthFilter)
            limits.Charge((long)input.Length * RunLengthFactor);

        var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        if (inner is not FlateFilter)
            limits.Charge(output.Length);
        return output;
    }

    /// <summary>As the filter does it: the two bytes of zlib's header are not looked at, and damage ends it.</summary>
    private void Measure(Memory<byte> input)
    {
        const int header = 2;
        if (input.Length <= header)
            return;

        try
        {
            using var packed = new MemoryStream(input[header..].ToArray(), writable: false);
            using var unpacked = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            while (unpacked.Read(buffer) is var read and > 0)
                limits.Charge(read);
        }
        catch (InvalidDataException)
        {
            // What came before the damage is charged.
        }
    }
}
