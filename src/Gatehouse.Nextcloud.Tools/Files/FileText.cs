using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>A part of a file.</summary>
internal sealed record FileText(
    string Path,
    string ContentType,
    [property: Description("Pass it to write_file, move_file and delete_file.")] string Etag,
    [property: Description("The length of the whole file, in bytes.")] long TotalLength,
    [property: Description("Where the text begins, in bytes; in a document, in characters.")] long Offset,
    [property: Description("The MCP resource of the whole file.")] string Resource,
    [property: Description("The text; absent when the file has none.")] string? Text = null,
    [property: Description("Pass it as offset to read on; absent at the end.")] long? NextOffset = null,
    [property: Description("How many pages, sheets or slides a document has.")] int? Pages = null
);
