using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Text;

namespace Gatehouse.Nextcloud.Tools.Tests.Text;

public sealed class HostilePdfTests : IDisposable
{
    private const int MiB = 1024 * 1024;
    private const string TooMuch = "unpacks to more than 4 MiB";

    private readonly DocumentTexts texts = new(
        new DocumentTextOptions { MaxUnpackedBytes = 4 * MiB },
        TimeProvider.System
    );

    public void Dispose() => texts.Dispose();

    [Fact]
    public void Forms_that_draw_forms_without_end_are_given_up_before_they_fill_the_memory() =>
        Assert.Contains(TooMuch, ErrorOf(HostilePdf.Forms(levels: 40)), StringComparison.Ordinal);

    [Fact]
    public void Forms_that_draw_forms_without_end_are_given_up_when_their_time_is_over()
    {
        using var hasty = new DocumentTexts(
            new DocumentTextOptions { Timeout = TimeSpan.FromSeconds(1), MaxUnpackedBytes = long.MaxValue / 1024 },
            TimeProvider.System
        );

        Assert.Contains(
            "longer than 1 seconds",
            ErrorOf(HostilePdf.Forms(levels: 40), hasty),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Forms_that_draw_each_other_are_not_read() =>
        Assert.Contains("cannot be read as PDF", ErrorOf(HostilePdf.Circle()), StringComparison.Ordinal);

    [Fact]
    public void Letters_without_end_are_given_up_before_they_fill_the_memory()
    {
        var pdf = HostilePdf.Letters(4 * MiB - 100);
        Assert.True(pdf.Length < 40_000);

        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains(TooMuch, ErrorOf(pdf), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 96 * MiB);
    }

    [Fact]
    public void A_stream_that_is_not_packed_is_charged_each_time_it_is_drawn() =>
        Assert.Contains(TooMuch, ErrorOf(HostilePdf.Contents(bytes: 10_000, times: 500)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/W [0 2147483646 500]")]
    [InlineData("/W [1 [500 500] 7 2147483646 500]")]
    [InlineData("/W2 [0 2147483646 1 2 3]")]
    public void Widths_of_more_characters_than_there_are_are_not_written_down(string widths) =>
        Assert.Contains(TooMuch, ErrorOf(HostilePdf.Widths(widths)), StringComparison.Ordinal);

    [Theory]
    [InlineData("1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")]
    [InlineData("2 beginbfrange <0000> <0001> [<0041> <0042>] <00000000> <FFFFFFFF> <0041> endbfrange")]
    [InlineData("2000000000 begincodespacerange <00> <FF> endcodespacerange")]
    [InlineData("/UniJIS-UTF16-H usecmap /UniJIS-UTF16-H usecmap /UniJIS-UTF16-H usecmap")]
    public void A_map_of_more_characters_than_there_are_is_not_written_down(string map) =>
        Assert.Contains(TooMuch, ErrorOf(HostilePdf.Map(map)), StringComparison.Ordinal);

    [Fact]
    public void Rows_longer_than_the_document_may_become_are_not_made_room_for() =>
        Assert.Contains(TooMuch, ErrorOf(HostilePdf.Columns(400_000_000)), StringComparison.Ordinal);

    [Fact]
    public void A_table_of_more_objects_than_there_can_be_is_not_made_room_for() =>
        Assert.Contains(TooMuch, ErrorOf(HostilePdf.Table()), StringComparison.Ordinal);

    private string ErrorOf(byte[] pdf) => ErrorOf(pdf, texts);

    private static string ErrorOf(byte[] pdf, DocumentTexts texts)
    {
        using var stream = new MemoryStream(pdf, writable: false);
        var window = new TextWindow(PageRange.All, 0, 10_000);
        return Assert
            .Throws<ToolException>(() =>
                texts.Read(stream, DocumentKind.Pdf, window, TestContext.Current.CancellationToken)
            )
            .Message;
    }
}
