using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>What a write left behind.</summary>
internal sealed record FileChanged(
    string Path,
    [property: Description("True when it was not there before.")] bool Created,
    [property: Description("Its etag now.")] string? Etag = null,
    [property: Description("Its page in Nextcloud, for the person.")] string? Link = null
);
