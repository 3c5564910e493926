namespace Gatehouse.DemoCloud.Objects;

/// <summary>An event, a task or a card as one resource.</summary>
/// <param name="Id">Number of the row: its name in the trash bin.</param>
/// <param name="Name">Last part of its URL, decoded, e.g. <c>ev-1.ics</c>.</param>
/// <param name="Uid">Its UID, once in a collection.</param>
/// <param name="Kind">VEVENT, VTODO, VJOURNAL or VCARD.</param>
/// <param name="Data">The text as it is served.</param>
/// <param name="ETag">Without quotes.</param>
/// <param name="Modified">Unix seconds.</param>
internal sealed record StoredObject(
    long Id,
    string Name,
    string Uid,
    string Kind,
    string Data,
    string ETag,
    long Modified
)
{
    /// <summary>When it went to the trash bin, Unix seconds.</summary>
    public long? Deleted { get; init; }

    public VObject Parsed => VObjectReader.Stored(Data);
}
