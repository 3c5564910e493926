using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Errors;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Nextcloud.Tools.Text.Process;

/// <summary>
/// Reads a document in a process of its own, which is ended when its time is over: a library that never comes back, takes all memory or overflows its
/// stack takes nobody with it. The process has none of this one's environment, and so none of its secrets.
/// </summary>
internal sealed class ReaderProcess(DocumentTextOptions options, TimeProvider time, ILogger log)
{
    /// <summary>Heap of the process, for each byte a document may unpack to.</summary>
    private const int HeapPerByte = 8;

    /// <summary>What is left when the rest is taken away: where the runtime is, and where temporary files go.</summary>
    private static readonly string[] kept = ["PATH", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot"];
    private static readonly string[] keptBeginnings = ["DOTNET_ROOT", "DOTNET_ROLL_FORWARD"];

    private const int MaxComplaint = 1000;

    /// <summary>Reads what is wanted of a document.</summary>
    /// <exception cref="ToolException">It is too slow, or cannot be read.</exception>
    public async Task<DocumentText> ReadAsync(
        Stream file,
        DocumentKind kind,
        TextWindow window,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var process = Start(ReaderRequest.Of(kind, window, options));
        try
        {
            var complaint = ComplaintAsync(process.StandardError.BaseStream, both.Token);
            var answer = AnswerAsync(process.StandardOutput.BaseStream, both.Token);
            await SendAsync(file, process.StandardInput.BaseStream, both.Token);
            var read = await answer;
            var said = await complaint;
            if (read is null)
            {
                log.ReaderSaidNothing(said);
                throw DocumentTexts.NotReadable(kind, new InvalidOperationException());
            }

            return read.Error is { } error
                ? throw new ToolException(error)
                : new(read.Text ?? "", read.NextOffset, read.Pages);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw DocumentTexts.TooSlow(options);
        }
        finally
        {
            End(process);
        }
    }

    private System.Diagnostics.Process Start(ReaderRequest request)
    {
        var start = new ProcessStartInfo(options.Reader[0], [.. options.Reader.Skip(1), request.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(name => !IsKept(name)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = (options.MaxUnpackedBytes * HeapPerByte).ToString(
            "x",
            CultureInfo.InvariantCulture
        );
        try
        {
            return System.Diagnostics.Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            log.ReaderSaidNothing(exception.Message);
            throw new ToolException(
                "PDFs cannot be read at present: the program that reads them does not start.\n"
                    + "Next step: give the person its link, and tell the operator of this server; its log says why."
            );
        }
    }

    private static bool IsKept(string variable) =>
        kept.Contains(variable, StringComparer.Ordinal)
        || Array.Exists(keptBeginnings, beginning => variable.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>How what it complains of begins, in one line. The rest is read too: unread, it would stand still when the pipe is full.</summary>
    private static async Task<string> ComplaintAsync(Stream errors, CancellationToken cancellationToken)
    {
        var beginning = new byte[MaxComplaint];
        var length = await errors.ReadAtLeastAsync(
            beginning,
            MaxComplaint,
            throwOnEndOfStream: false,
            cancellationToken
        );
        await errors.CopyToAsync(Stream.Null, cancellationToken);
        return string.Join(
            ' ',
            Encoding.UTF8.GetString(beginning, 0, length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }

    private static async Task SendAsync(Stream file, Stream input, CancellationToken cancellationToken)
    {
        try
        {
            file.Position = 0;
            await file.CopyToAsync(input, cancellationToken);
            input.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all; its answer, or that there is none, says the rest.
        }
    }

    private static async Task<ReaderAnswer?> AnswerAsync(Stream output, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(output, ReaderJson.Default.ReaderAnswer, cancellationToken);
        }
        catch (JsonException)
        {
            // It ended without one.
            return null;
        }
    }

    private static void End(System.Diagnostics.Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It is over already.
        }
    }
}
