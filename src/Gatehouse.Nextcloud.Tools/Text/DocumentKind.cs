namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>What can be read as text although it is none.</summary>
internal enum DocumentKind
{
    Pdf,
    WordDocument,
    Workbook,
    Presentation,
    OpenDocument,
    Html,
    Image,
}
