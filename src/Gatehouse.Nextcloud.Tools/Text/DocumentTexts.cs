using System.Diagnostics.CodeAnalysis;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Text.Process;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>
/// Reads the text of documents strangers wrote: fetched into a temporary file that nobody else can open and that is gone with its handle,
/// bounded in size, in what it unpacks to and in time, a few at once.
/// </summary>
internal sealed class DocumentTexts(DocumentTextOptions options, TimeProvider time, ILogger<DocumentTexts>? log = null)
    : IDisposable
{
    private static readonly Dictionary<DocumentKind, IDocumentReader> readers = new()
    {
        [DocumentKind.Pdf] = new PdfReader(),
        [DocumentKind.WordDocument] = new WordReader(),
        [DocumentKind.Workbook] = new WorkbookReader(),
        [DocumentKind.Presentation] = new PresentationReader(),
        [DocumentKind.OpenDocument] = new OpenDocumentReader(),
        [DocumentKind.Html] = new HtmlReader(),
        [DocumentKind.Image] = new ImageReader(),
    };

    private readonly SemaphoreSlim gate = new(options.AtOnce);

    public void Dispose() => gate.Dispose();

    /// <summary>Fetches a document and reads what is wanted of it.</summary>
    /// <exception cref="ToolException">It is too large, too slow, or not what its name says.</exception>
    public async Task<DocumentText> ReadAsync(
        FileDownload download,
        DocumentKind kind,
        TextWindow window,
        IProgress<ProgressNotificationValue>? progress,
        CancellationToken cancellationToken
    )
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await using var file = TemporaryFile();
            await FetchAsync(download, file, progress, cancellationToken);
            return kind == DocumentKind.Pdf && options.Reader.Count > 0
                ? await new ReaderProcess(options, time, log ?? NullLogger<DocumentTexts>.Instance).ReadAsync(
                    file,
                    kind,
                    window,
                    cancellationToken
                )
                : Read(file, kind, window, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Reads what is wanted of a document, or of its beginning.</summary>
    /// <exception cref="ToolException">It is too slow, or not what its name says.</exception>
    public DocumentText Read(Stream file, DocumentKind kind, TextWindow window, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var limits = new UnpackLimits(options.MaxUnpackedBytes, both.Token);
        file.Position = 0;
        using var watched = new ChargedStream(file, _ => limits.Charge(0));
        try
        {
            readers[kind].Read(watched, window, limits);
            return new(window.Text, window.NextOffset, window.Pages);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw TooSlow(options);
        }
        // Four libraries read what strangers wrote, each with exceptions of its own; whatever they are, the document cannot be read.
        catch (Exception exception)
            when (exception is not (OperationCanceledException or ToolException or NextcloudException))
        {
            throw NotReadable(kind, exception);
        }
    }

    private async Task FetchAsync(
        FileDownload download,
        FileStream file,
        IProgress<ProgressNotificationValue>? progress,
        CancellationToken cancellationToken
    )
    {
        RequireSmall(download.Length ?? 0);
        var buffer = new byte[128 * 1024];
        var (got, told) = (0L, 0L);
        while (await download.Content.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            got += read;
            RequireSmall(got);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (got - told < 1024 * 1024)
                continue;

            told = got;
            progress?.Report(
                new()
                {
                    Progress = got,
                    Total = download.Length,
                    Message = "Fetching the document",
                }
            );
        }

        if (download.Length is { } length && got < length)
        {
            throw new ToolException(
                $"The document broke off after {got} of {length} bytes.\nNext step: try again; nothing was changed."
            );
        }
    }

    private void RequireSmall(long bytes)
    {
        if (bytes > options.MaxFileBytes)
        {
            throw new ToolException(
                $"The document is larger than {options.MaxFileBytes / (1024 * 1024)} MiB and is not read.\n"
                    + "Next step: give the person its link."
            );
        }
    }

    [SuppressMessage(
        "Security",
        "S5445:Insecure temporary file creation methods should not be used",
        Justification = "The name is random, the file is made anew, only this account can open it, and it goes with its handle."
    )]
    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), "gatehouse-" + Path.GetRandomFileName()), options);
    }

    internal static ToolException TooSlow(DocumentTextOptions options) =>
        new(
            $"Reading the document took longer than {options.Timeout.TotalSeconds:0} seconds and was given up.\n"
                + "Next step: read a few of its pages (pages), or give the person its link."
        );

    internal static ToolException NotReadable(DocumentKind kind, Exception exception) =>
        new(
            $"The document cannot be read as {NameOf(kind)}: {ReasonOf(exception)}\n"
                + "Next step: give the person its link; they may open it in Nextcloud."
        );

    private static string ReasonOf(Exception exception) =>
        exception switch
        {
            InvalidDataException data => data.Message,
            _ when exception.GetType().Name.Contains("Encrypted", StringComparison.Ordinal) =>
                "It is protected by a password.",
            _ => "It is damaged, or something else than its name says.",
        };

    private static string NameOf(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Pdf => "PDF",
            DocumentKind.WordDocument => "DOCX",
            DocumentKind.Workbook => "XLSX",
            DocumentKind.Presentation => "PPTX",
            DocumentKind.OpenDocument => "OpenDocument",
            DocumentKind.Html => "HTML",
            _ => "a picture",
        };
}
