using System.IO.Compression;
using System.Text;

namespace Gatehouse.Nextcloud.Tools.Tests.Text;

/// <summary>Writes packed documents of their parts.</summary>
internal static class PackedDocument
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Of(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Docx(string body) =>
        Of(
            ("_rels/.rels", RelationsOf(("r1", "officeDocument", "word/document2.xml"))),
            ("word/document2.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>")
        );

    public static byte[] Xlsx(string sheet, string strings = "", string styles = "") =>
        Of(
            ("_rels/.rels", RelationsOf(("r1", "officeDocument", "xl/workbook.xml"))),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Costs\" sheetId=\"1\" r:id=\"r1\"/>"
                    + "<sheet name=\"Empty\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                RelationsOf(
                    ("r1", "worksheet", "worksheets/sheet1.xml"),
                    ("r2", "worksheet", "/xl/worksheets/sheet2.xml"),
                    ("r3", "sharedStrings", "sharedStrings.xml"),
                    ("r4", "styles", "styles.xml")
                )
            ),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Sheet}\"><sheetData>{sheet}</sheetData></worksheet>"),
            ("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{Sheet}\"><sheetData/></worksheet>"),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Sheet}\">{strings}</sst>"),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{Sheet}\">{styles}</styleSheet>")
        );

    public static byte[] Odf(string body) =>
        Of(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                    + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                    + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\">"
                    + $"<office:body>{body}</office:body></office:document-content>"
            )
        );

    public static string RelationsOf(params (string Id, string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(
            relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Relations}/{r.Type}\" Target=\"{r.Target}\"/>")
        )
        + "</Relationships>";
}
