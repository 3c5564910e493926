namespace Gatehouse.Nextcloud.Activity;

/// <summary>Which activities.</summary>
public sealed record ActivityQuery
{
    /// <summary>How many, 1 to 200.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Only those before this id: what <see cref="ActivityPage.Next"/> of the last page said.</summary>
    public long? Before { get; init; }

    /// <summary>Only those of one file or folder, by its file id.</summary>
    public long? FileId { get; init; }
}
