using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Files.Versions;

/// <summary>What a file was before.</summary>
internal sealed record VersionItem(
    [property: Description("For read_file and restore_file.")] string Version,
    string? Modified = null,
    [property: Description("Bytes.")] long? Size = null,
    string? Label = null,
    [property: Description("User id.")] string? Author = null
);
