using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>
/// How much a document may become when it is unpacked: a few kilobytes can hold gigabytes. Everything unpacked is charged here, before it is
/// kept. A document is read by one thread from beginning to end, so what this thread asks of memory is what the document cost.
/// </summary>
internal sealed class UnpackLimits(long maxBytes, CancellationToken cancellationToken)
{
    /// <summary>
    /// What reading may ask for in memory, for each byte a document may unpack to: what is parsed is larger than its bytes, and honest documents
    /// stay far below.
    /// </summary>
    private const int MemoryPerByte = 16;

    private readonly long startMemory = GC.GetAllocatedBytesForCurrentThread();
    private long used;

    public CancellationToken Token { get; } = cancellationToken;

    /// <summary>Charges bytes.</summary>
    /// <exception cref="ToolException">The document is too large unpacked.</exception>
    /// <exception cref="OperationCanceledException">Its time is over.</exception>
    public void Charge(long bytes)
    {
        used += bytes;
        Check();
    }

    /// <summary>Looks at the limits. Where a document can make a library go on and on, or keep more and more, this is asked again and again.</summary>
    /// <exception cref="ToolException">The document is too large unpacked.</exception>
    /// <exception cref="OperationCanceledException">Its time is over.</exception>
    public void Check()
    {
        Token.ThrowIfCancellationRequested();
        if (used > maxBytes || GC.GetAllocatedBytesForCurrentThread() - startMemory > maxBytes * MemoryPerByte)
        {
            throw new ToolException(
                $"The document unpacks to more than {maxBytes / (1024 * 1024)} MiB and is not read.\n"
                    + "Next step: read some of its pages (pages), or give the person its link."
            );
        }
    }
}
