using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>
/// How much a document may become when it is unpacked: a few kilobytes can hold gigabytes. Everything unpacked is charged here, before it is
/// kept.
/// </summary>
internal sealed class UnpackLimits(long maxBytes, CancellationToken cancellationToken)
{
    private long used;

    public CancellationToken Token { get; } = cancellationToken;

    /// <summary>Charges bytes.</summary>
    /// <exception cref="ToolException">The document is too large unpacked.</exception>
    /// <exception cref="OperationCanceledException">Its time is over.</exception>
    public void Charge(long bytes)
    {
        Token.ThrowIfCancellationRequested();
        used += bytes;
        if (used > maxBytes)
        {
            throw new ToolException(
                $"The document unpacks to more than {maxBytes / (1024 * 1024)} MiB and is not read.\n"
                    + "Next step: read some of its pages (pages), or give the person its link."
            );
        }
    }
}
