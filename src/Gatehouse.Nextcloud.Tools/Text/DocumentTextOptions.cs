namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>How much reading the text of documents may cost. The defaults are right for almost everybody.</summary>
public sealed record DocumentTextOptions
{
    /// <summary>The largest file that is fetched: 50 MiB.</summary>
    public long MaxFileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>The most a file may become unpacked: 128 MiB.</summary>
    public long MaxUnpackedBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>How long reading one document may take when it is fetched: 20 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// A program, with its first arguments, that reads a PDF in a process of its own: PdfPig can be made to overflow its stack, which ends the process it
    /// is in. The program gets one argument more and hands it to <see cref="Process.DocumentReaderProgram.RunAsync"/>. Empty: PDFs are read in this process.
    /// </summary>
    public IReadOnlyList<string> Reader { get; init; } = [];

    /// <summary>How many documents are read at once; further ones wait.</summary>
    public int AtOnce { get; init; } = 2;
}
