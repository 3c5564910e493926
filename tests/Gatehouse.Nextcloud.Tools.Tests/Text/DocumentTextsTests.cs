using System.Buffers.Binary;
using System.Text;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Text;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Nextcloud.Tools.Tests.Text;

public sealed class DocumentTextsTests : IDisposable
{
    private const string W = "<w:p><w:r><w:t xml:space=\"preserve\">";
    private const string EndW = "</w:t></w:r></w:p>";

    private readonly DocumentTexts texts = new(
        new DocumentTextOptions { MaxUnpackedBytes = 4 * 1024 * 1024 },
        TimeProvider.System
    );

    public void Dispose() => texts.Dispose();

    [Fact]
    public void Each_page_of_a_pdf_is_a_part_that_can_be_asked_for()
    {
        var pdf = PdfDocument.Of("Invoice 2026-001", "Second page", "Third page");

        var all = Read(pdf, DocumentKind.Pdf);
        var some = Read(pdf, DocumentKind.Pdf, "2-3");

        Assert.Equal(3, all.Pages);
        Assert.Contains("Invoice 2026-001", all.Text, StringComparison.Ordinal);
        Assert.Null(all.NextOffset);
        Assert.DoesNotContain("Invoice", some.Text, StringComparison.Ordinal);
        Assert.Contains("Third page", some.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_document_is_read_with_headings_tables_and_without_what_was_deleted()
    {
        var docx = PackedDocument.Docx(
            "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Title</w:t></w:r></w:p>"
                + $"{W}one {EndW[..^6]}<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
                + $"<w:tbl><w:tr><w:tc>{W}a{EndW}</w:tc><w:tc>{W}b{EndW}</w:tc></w:tr></w:tbl>"
        );

        Assert.Equal("## Title\none \ttwo\nthree\na | b | \n", Read(docx, DocumentKind.WordDocument).Text);
    }

    [Fact]
    public void A_workbook_is_read_sheet_by_sheet_with_days_as_days()
    {
        var xlsx = PackedDocument.Xlsx(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>in line</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46352</v></c><c r=\"B2\" s=\"2\"><v>46352.5</v></c><c r=\"C2\"><f>1+1</f><v>2</v></c>"
                + "<c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"XFD2\"><v>9</v></c></row>",
            "<si><t>zero</t></si><si><r><t>Gr</t></r><r><t>öße</t></r><rPh><t>spoken</t></rPh></si>",
            "<numFmts><numFmt numFmtId=\"200\" formatCode=\"[Red]dd/mm/yyyy hh:mm\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"200\"/></cellXfs>"
        );

        var all = Read(xlsx, DocumentKind.Workbook);

        Assert.Equal(2, all.Pages);
        Assert.StartsWith(
            "## Costs\nGröße\t\tin line\n2026-11-26\t2026-11-26 12:00:00\t2\tTRUE\t",
            all.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("## Empty", all.Text, StringComparison.Ordinal);
        Assert.True(all.Text.Length < 300);
        Assert.Equal("## Empty\n\n", Read(xlsx, DocumentKind.Workbook, "2").Text);
    }

    [Fact]
    public void An_open_document_is_read_with_headings_spaces_and_tables()
    {
        var odt = PackedDocument.Odf(
            "<office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h text:outline-level=\"1\">Title</text:h>"
                + "<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d <text:span>e</text:span></text:p><text:p/>"
                + "<table:table table:name=\"T\"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:text>"
        );

        var text = Read(odt, DocumentKind.OpenDocument).Text;

        Assert.StartsWith("# Title\na   b\tc\nd e\n", text, StringComparison.Ordinal);
        Assert.Contains("x | ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("gone", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Slides_are_read_in_the_order_they_are_shown()
    {
        const string p = "http://schemas.openxmlformats.org/presentationml/2006/main";
        const string a = "http://schemas.openxmlformats.org/drawingml/2006/main";
        const string r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var pptx = PackedDocument.Of(
            ("_rels/.rels", PackedDocument.RelationsOf(("r1", "officeDocument", "ppt/presentation.xml"))),
            (
                "ppt/presentation.xml",
                $"<p:presentation xmlns:p=\"{p}\" xmlns:r=\"{r}\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"r2\"/><p:sldId id=\"257\" r:id=\"r1\"/></p:sldIdLst></p:presentation>"
            ),
            (
                "ppt/_rels/presentation.xml.rels",
                PackedDocument.RelationsOf(("r1", "slide", "slides/slide1.xml"), ("r2", "slide", "slides/slide2.xml"))
            ),
            (
                "ppt/slides/slide1.xml",
                $"<p:sld xmlns:p=\"{p}\" xmlns:a=\"{a}\"><a:p><a:r><a:t>last</a:t></a:r></a:p></p:sld>"
            ),
            (
                "ppt/slides/slide2.xml",
                $"<p:sld xmlns:p=\"{p}\" xmlns:a=\"{a}\"><a:p><a:r><a:t>first</a:t></a:r></a:p></p:sld>"
            )
        );

        Assert.Equal("## Slide 1\nfirst\n\n## Slide 2\nlast\n\n", Read(pptx, DocumentKind.Presentation).Text);
        Assert.Equal("## Slide 2\nlast\n\n", Read(pptx, DocumentKind.Presentation, "2").Text);
    }

    [Fact]
    public void A_page_of_the_web_is_read_as_a_person_would_see_it()
    {
        var html = Encoding.UTF8.GetBytes(
            "<html><head><title>t</title><script>alert(1)</script></head><body><h1>Größe</h1><p>one<br>two</p></body></html>"
        );

        var text = Read(html, DocumentKind.Html).Text;

        Assert.Contains("Größe", text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_photograph_says_when_where_and_with_what_it_was_taken() =>
        Assert.Equal(
            "JPEG picture, 640 x 480 pixels\nTaken: 2026-06-01 12:30:00\nCamera: Acme X1\nPlace: -33.5, 18.25\n",
            Read(Photograph.Of(isLittle: true), DocumentKind.Image).Text
        );

    [Fact]
    public void A_photograph_of_the_other_byte_order_says_the_same() =>
        Assert.Equal(
            Read(Photograph.Of(isLittle: true), DocumentKind.Image).Text,
            Read(Photograph.Of(isLittle: false), DocumentKind.Image).Text
        );

    [Fact]
    public void A_photograph_whose_offsets_lie_is_read_as_far_as_it_goes()
    {
        var jpeg = Photograph.Of(isLittle: true);
        for (var at = 30; at < jpeg.Length - 30; at++)
        {
            var broken = (byte[])jpeg.Clone();
            BinaryPrimitives.WriteInt32LittleEndian(broken.AsSpan(at), at % 2 == 0 ? int.MaxValue : -5);
            try
            {
                Assert.StartsWith("JPEG picture", Read(broken, DocumentKind.Image).Text, StringComparison.Ordinal);
            }
            catch (ToolException exception)
            {
                Assert.Contains("cannot be read", exception.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(
        "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAC0lEQVR4nGNgwAkAABoAAQ==",
        "PNG picture, 3 x 2 pixels\n"
    )]
    [InlineData("R0lGODlhAwACAIAAAAAAAP///w==", "GIF picture, 3 x 2 pixels\n")]
    [InlineData("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoDAAIAAUAmJaQAA3AA/v0=", "WebP picture, 3 x 2 pixels\n")]
    [InlineData("UklGRh4AAABXRUJQVlA4WAoAAAAQAAAAAgAAAQAAQUxQSA==", "WebP picture, 3 x 2 pixels\n")]
    public void Pictures_say_their_size(string base64, string text) =>
        Assert.Equal(text, Read(Convert.FromBase64String(base64), DocumentKind.Image).Text);

    [Fact]
    public void A_long_document_is_read_in_parts_that_never_break_a_character()
    {
        const string words = "aüß日😀z😀😀end";
        var docx = PackedDocument.Docx($"{W}{words}{EndW}");
        for (var length = 2; length < 8; length++)
        {
            var read = new StringBuilder();
            int? offset = 0;
            while (offset is { } at)
            {
                var part = Read(docx, DocumentKind.WordDocument, offset: at, length: length);
                Assert.True(part.Text.Length <= length);
                read.Append(part.Text);
                offset = part.NextOffset;
            }

            Assert.Equal(words + "\n", read.ToString());
        }
    }

    [Fact]
    public void A_document_that_unpacks_to_too_much_is_given_up()
    {
        var docx = PackedDocument.Docx(new string(' ', 20 * 1024 * 1024));
        var pdf = PdfDocument.Bomb(megabytes: 64);

        Assert.True(docx.Length < 100_000);
        Assert.True(pdf.Length < 100_000);
        Assert.Contains(
            "unpacks to more than 4 MiB",
            ErrorOf(docx, DocumentKind.WordDocument),
            StringComparison.Ordinal
        );
        Assert.Contains("unpacks to more than 4 MiB", ErrorOf(pdf, DocumentKind.Pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_that_multiply_are_not_read()
    {
        var docx = PackedDocument.Of(
            ("_rels/.rels", PackedDocument.RelationsOf(("r1", "officeDocument", "d.xml"))),
            ("d.xml", "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><d>&b;</d>")
        );

        Assert.Contains("cannot be read as DOCX", ErrorOf(docx, DocumentKind.WordDocument), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentKind.Pdf, "PDF")]
    [InlineData(DocumentKind.WordDocument, "DOCX")]
    [InlineData(DocumentKind.Workbook, "XLSX")]
    [InlineData(DocumentKind.Presentation, "PPTX")]
    [InlineData(DocumentKind.OpenDocument, "OpenDocument")]
    [InlineData(DocumentKind.Image, "a picture")]
    public void What_is_something_else_than_its_name_says_is_told_so(object kind, string name) =>
        Assert.Contains(
            $"cannot be read as {name}",
            ErrorOf("this is only text"u8.ToArray(), (DocumentKind)kind),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_document_that_takes_too_long_is_given_up_and_one_nobody_waits_for_too()
    {
        var time = new FakeTimeProvider();
        using var slow = new DocumentTexts(new DocumentTextOptions(), time);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using var file = new SlowStream(PdfDocument.Of("x"), () => time.Advance(TimeSpan.FromSeconds(21)));
        using var other = new MemoryStream(PdfDocument.Of("x"));

        var error = Assert.Throws<ToolException>(() =>
            slow.Read(file, DocumentKind.Pdf, new TextWindow(PageRange.All, 0, 10), CancellationToken.None)
        );
        Assert.ThrowsAny<OperationCanceledException>(() =>
            slow.Read(other, DocumentKind.Pdf, new TextWindow(PageRange.All, 0, 10), cancelled.Token)
        );

        Assert.Contains("longer than 20 seconds", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 1, int.MaxValue)]
    [InlineData("3", 3, 3)]
    [InlineData("3-7", 3, 7)]
    [InlineData(" 3 - ", 3, int.MaxValue)]
    public void Pages_are_a_number_or_a_range(string? text, int first, int last)
    {
        Assert.True(PageRange.TryParse(text, out var range));
        Assert.Equal((first, last), (range.First, range.Last));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("7-3")]
    [InlineData("a")]
    [InlineData("")]
    [InlineData("1-2-3")]
    [InlineData("99999999999")]
    public void What_is_no_range_of_pages_is_refused(string text) => Assert.False(PageRange.TryParse(text, out _));

    private DocumentText Read(byte[] file, DocumentKind kind, string? pages = null, int offset = 0, int length = 10_000)
    {
        Assert.True(PageRange.TryParse(pages, out var range));
        using var stream = new MemoryStream(file, writable: false);
        return texts.Read(stream, kind, new TextWindow(range, offset, length), TestContext.Current.CancellationToken);
    }

    private string ErrorOf(byte[] file, DocumentKind kind) =>
        Assert.Throws<ToolException>(() => Read(file, kind)).Message;
}
