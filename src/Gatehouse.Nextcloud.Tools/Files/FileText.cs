using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>A part of a file.</summary>
internal sealed record FileText(
    string Path,
    string ContentType,
    [property: Description("Pass it to write_file, move_file and delete_file.")] string Etag,
    [property: Description("The length of the whole file, in bytes.")] long TotalLength,
    [property: Description("Where the text begins, in bytes.")] long Offset,
    [property: Description("The MCP resource of the whole file.")] string Resource,
    [property: Description("The text; absent when the file is not text.")] string? Text = null,
    [property: Description("Pass it as offset to read on; absent at the end.")] long? NextOffset = null
);
