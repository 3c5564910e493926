using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Text.Process;

/// <summary>The program that reads one document, see <see cref="DocumentTextOptions.Reader"/>.</summary>
public static class DocumentReaderProgram
{
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(2);

    /// <summary>Reads the document on one stream and writes the answer to the other.</summary>
    /// <param name="request">The last argument the program was started with.</param>
    /// <param name="input">Standard input: the document.</param>
    /// <param name="output">Standard output: the answer, as JSON.</param>
    /// <exception cref="FormatException">It was started by somebody else.</exception>
    public static async Task RunAsync(string request, Stream input, Stream output)
    {
        var wanted = ReaderRequest.Parse(request);
        // Whoever started it ends it when its time is over; a little later it ends by itself, when they are gone.
        await using var end = new Timer(
            _ => Environment.Exit(1),
            state: null,
            wanted.Timeout < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : wanted.Timeout + grace,
            Timeout.InfiniteTimeSpan
        );
        using var document = new MemoryStream();
        await input.CopyToAsync(document);
        await JsonSerializer.SerializeAsync(output, Read(wanted, document), ReaderJson.Default.ReaderAnswer);
    }

    private static ReaderAnswer Read(ReaderRequest wanted, MemoryStream document)
    {
        var options = new DocumentTextOptions
        {
            MaxUnpackedBytes = wanted.MaxUnpackedBytes,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        using var texts = new DocumentTexts(options, TimeProvider.System);
        try
        {
            var window = new TextWindow(wanted.Pages, wanted.Offset, wanted.Length);
            var read = texts.Read(document, wanted.Kind, window, CancellationToken.None);
            return new(Error: null, read.Text, read.NextOffset, read.Pages);
        }
        catch (ToolException exception)
        {
            return new(exception.Message, Text: null, NextOffset: null, Pages: null);
        }
    }
}
