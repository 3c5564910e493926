namespace Gatehouse.DemoCloud.Tables;

/// <summary>A table shared with a person.</summary>
internal sealed record StoredShare(long Id, long TableId, string Sender, string Receiver, string CreatedAt)
{
    public bool Read { get; init; }

    public bool Create { get; init; }

    public bool Update { get; init; }

    public bool Delete { get; init; }

    public bool Manage { get; init; }
}
