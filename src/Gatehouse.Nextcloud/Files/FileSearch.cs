namespace Gatehouse.Nextcloud.Files;

/// <summary>What to search for; all conditions must hold.</summary>
public sealed record FileSearch
{
    /// <summary>The folder to search in, with all below it.</summary>
    public FilePath Folder { get; init; } = FilePath.Root;

    /// <summary>A part of the name, letter case ignored; <c>%</c> stands for any characters and <c>_</c> for one. Null for any name.</summary>
    public string? NameContains { get; init; }

    /// <summary>A media type such as <c>application/pdf</c>, or the beginning of one such as <c>image/</c>. Null for any.</summary>
    public string? ContentType { get; init; }

    /// <summary>Changed after this time.</summary>
    public DateTimeOffset? ModifiedAfter { get; init; }

    /// <summary>Changed before this time.</summary>
    public DateTimeOffset? ModifiedBefore { get; init; }

    /// <summary>True for folders only, false for files only, null for both.</summary>
    public bool? IsFolder { get; init; }

    /// <summary>Only the person's favourites.</summary>
    public bool OnlyFavorites { get; init; }

    /// <summary>How many at once, 1 to 200.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>How many to leave out at the beginning.</summary>
    public int Offset { get; init; }
}
