namespace Gatehouse.DemoCloud.Tables;

/// <summary>A table; times are UTC as <c>2026-11-23 15:20:00</c>.</summary>
internal sealed record StoredTable(long Id, string Owner, string Title, string CreatedAt)
{
    public string? Emoji { get; init; }

    public string Description { get; init; } = "";

    public bool Archived { get; init; }

    public string LastEditAt { get; init; } = CreatedAt;
}
