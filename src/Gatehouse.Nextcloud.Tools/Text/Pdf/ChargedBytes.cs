using UglyToad.PdfPig.Core;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>Bytes that look at the limits while they are read: two of them can become a hundred in memory.</summary>
internal sealed class ChargedBytes(IInputBytes inner, UnpackLimits limits) : IInputBytes
{
    private const int Every = 256;

    private int moves;

    public long CurrentOffset => inner.CurrentOffset;
    public byte CurrentByte => inner.CurrentByte;
    public long Length => inner.Length;

    public bool MoveNext()
    {
        if (++moves % Every == 0)
            limits.Check();
        return inner.MoveNext();
    }

    public byte? Peek() => inner.Peek();

    public bool IsAtEnd() => inner.IsAtEnd();

    public void Seek(long position)
    {
        limits.Check();
        inner.Seek(position);
    }

    public int Read(Span<byte> buffer)
    {
        limits.Check();
        return inner.Read(buffer);
    }

    public void Dispose() => inner.Dispose();
}
