using System.Globalization;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Text;
using Gatehouse.Nextcloud.Tools.Text.Process;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Nextcloud.Tools.Tests.Text;

/// <summary>The process that reads a document, in whose place a shell does what a document could make it do.</summary>
public sealed class ReaderProcessTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-reader-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_it_answers_is_what_was_read()
    {
        var read = await ReadAsync("cat >/dev/null; echo '{\"Text\":\"Hello\",\"NextOffset\":5,\"Pages\":2}'");

        Assert.Equal(new DocumentText("Hello", 5, 2), read);
    }

    [Fact]
    public async Task It_does_not_have_the_environment_of_the_server()
    {
        Environment.SetEnvironmentVariable("GATEHOUSE_TEST_SECRET", "walnut");

        var read = await ReadAsync("echo \"{\\\"Text\\\":\\\"($GATEHOUSE_TEST_SECRET)\\\"}\"");

        Assert.Equal("()", read.Text);
    }

    [Theory]
    [InlineData("exit 134")]
    [InlineData("cat >/dev/null; echo '{\"Text\":'")]
    [InlineData("head -c 10000000 /dev/zero >&2; exit 134")]
    public async Task One_that_ends_without_an_answer_says_that_the_document_cannot_be_read(string script)
    {
        var error = await Assert.ThrowsAsync<ToolException>(() => ReadAsync(script));

        Assert.Contains("cannot be read as PDF", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_says_so()
    {
        var error = await Assert.ThrowsAsync<ToolException>(() => ReadAsync("", program: "/nowhere/gatehouse"));

        Assert.Contains("does not start", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_goes_on_and_on_is_ended()
    {
        var pid = Path.Combine(folder.FullName, "pid");

        var error = await Assert.ThrowsAsync<ToolException>(() =>
            ReadAsync($"echo $$ >{pid}; exec sleep 600", TimeSpan.FromSeconds(5))
        );

        Assert.Contains("longer than 5 seconds", error.Message, StringComparison.Ordinal);
        var number = int.Parse(await File.ReadAllTextAsync(pid, Stop), CultureInfo.InvariantCulture);
        using var process = TryFind(number);
        if (process is not null)
            await process.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    [Fact]
    public void A_request_is_read_as_it_was_written()
    {
        var request = new ReaderRequest(
            DocumentKind.Pdf,
            new(3, int.MaxValue),
            7,
            50_000,
            128L * 1024 * 1024 * 1024,
            TimeSpan.FromSeconds(20)
        );

        var endless = request with { Timeout = Timeout.InfiniteTimeSpan };

        Assert.Equal(request, ReaderRequest.Parse(request.ToString()));
        Assert.Equal(endless, ReaderRequest.Parse(endless.ToString()));
        Assert.Throws<FormatException>(() => ReaderRequest.Parse("anything"));
    }

    private static async Task<DocumentText> ReadAsync(
        string script,
        TimeSpan? timeout = null,
        string program = "/bin/sh"
    )
    {
        var options = new DocumentTextOptions
        {
            Reader = [program, "-c", script],
            Timeout = timeout ?? TimeSpan.FromSeconds(60),
        };
        using var file = new MemoryStream(new byte[1_000_000]);
        return await new ReaderProcess(options, TimeProvider.System, NullLogger.Instance).ReadAsync(
            file,
            DocumentKind.Pdf,
            new TextWindow(PageRange.All, 0, 100),
            Stop
        );
    }

    private static System.Diagnostics.Process? TryFind(int number)
    {
        try
        {
            return System.Diagnostics.Process.GetProcessById(number);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
