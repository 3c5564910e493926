namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>Which files are documents: by the end of their name, which is known before anything is read, and by their media type.</summary>
internal static class DocumentKinds
{
    private static readonly Dictionary<string, DocumentKind> byEnd = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = DocumentKind.Pdf,
        [".docx"] = DocumentKind.WordDocument,
        [".docm"] = DocumentKind.WordDocument,
        [".dotx"] = DocumentKind.WordDocument,
        [".xlsx"] = DocumentKind.Workbook,
        [".xlsm"] = DocumentKind.Workbook,
        [".pptx"] = DocumentKind.Presentation,
        [".odt"] = DocumentKind.OpenDocument,
        [".ods"] = DocumentKind.OpenDocument,
        [".odp"] = DocumentKind.OpenDocument,
        [".html"] = DocumentKind.Html,
        [".htm"] = DocumentKind.Html,
        [".xhtml"] = DocumentKind.Html,
        [".png"] = DocumentKind.Image,
        [".jpg"] = DocumentKind.Image,
        [".jpeg"] = DocumentKind.Image,
        [".gif"] = DocumentKind.Image,
        [".webp"] = DocumentKind.Image,
    };

    private static readonly Dictionary<string, DocumentKind> byType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = DocumentKind.Pdf,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = DocumentKind.WordDocument,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = DocumentKind.Workbook,
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = DocumentKind.Presentation,
        ["application/vnd.oasis.opendocument.text"] = DocumentKind.OpenDocument,
        ["application/vnd.oasis.opendocument.spreadsheet"] = DocumentKind.OpenDocument,
        ["application/vnd.oasis.opendocument.presentation"] = DocumentKind.OpenDocument,
        ["image/png"] = DocumentKind.Image,
        ["image/jpeg"] = DocumentKind.Image,
        ["image/gif"] = DocumentKind.Image,
        ["image/webp"] = DocumentKind.Image,
    };

    public static DocumentKind? ByName(string name) =>
        byEnd.TryGetValue(Path.GetExtension(name), out var kind) ? kind : null;

    public static DocumentKind? ByType(string contentType) =>
        byType.TryGetValue(contentType, out var kind) ? kind : null;
}
