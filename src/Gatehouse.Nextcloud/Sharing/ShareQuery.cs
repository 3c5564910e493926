using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Sharing;

/// <summary>Which shares.</summary>
public sealed record ShareQuery
{
    /// <summary>Only those of this file or folder, of whoever made them; null for all the person made.</summary>
    public FilePath? Path { get; init; }

    /// <summary>With <see cref="Path"/>: those of what is in the folder instead.</summary>
    public bool Inside { get; init; }

    /// <summary>What others share with the person instead.</summary>
    public bool WithMe { get; init; }
}
