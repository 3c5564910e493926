using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Text.Process;

/// <summary>
/// Reads a document in a process of its own, which is ended when its time is over: a library that never comes back, takes all memory or overflows its
/// stack takes nobody with it. The process has none of this one's environment, and so none of its secrets.
/// </summary>
internal sealed class ReaderProcess(DocumentTextOptions options, TimeProvider time)
{
    /// <summary>Heap of the process, for each byte a document may unpack to.</summary>
    private const int HeapPerByte = 8;

    /// <summary>What is left when the rest is taken away: where the runtime is, and where temporary files go.</summary>
    private static readonly string[] kept = ["PATH", "DOTNET_ROOT", "TMPDIR", "TEMP", "TMP", "SystemRoot"];

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
            // What it complains of is nobody's; unread, it would stand still when the pipe is full.
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, both.Token);
            var answer = AnswerAsync(process.StandardOutput.BaseStream, both.Token);
            await SendAsync(file, process.StandardInput.BaseStream, both.Token);
            var read = await answer;
            await complaints;
            return read is null ? throw DocumentTexts.NotReadable(kind, new InvalidOperationException())
                : read.Error is { } error ? throw new ToolException(error)
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
        var own = kept.Select(name => (name, Value: Environment.GetEnvironmentVariable(name))).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in own.Where(one => one.Value is not null))
            start.Environment[name] = value;
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = (options.MaxUnpackedBytes * HeapPerByte).ToString(
            "x",
            CultureInfo.InvariantCulture
        );
        return System.Diagnostics.Process.Start(start)
            ?? throw new InvalidOperationException($"'{options.Reader[0]}' did not start.");
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
