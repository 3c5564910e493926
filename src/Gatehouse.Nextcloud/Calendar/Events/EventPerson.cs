namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>An organizer or attendee.</summary>
/// <param name="Address">A mail address, or another URI for rooms and the like.</param>
/// <param name="Name">The display name, when the event has one.</param>
public sealed record EventPerson(string Address, string? Name)
{
    /// <summary>RFC 5545 §3.2.12, in small letters: <c>needs-action</c>, <c>accepted</c>, <c>declined</c>, <c>tentative</c>, <c>delegated</c>.</summary>
    public string Response { get; init; } = "needs-action";

    /// <summary>RFC 5545 §3.2.16, in small letters: <c>chair</c>, <c>req-participant</c>, <c>opt-participant</c>, <c>non-participant</c>.</summary>
    public string Role { get; init; } = "req-participant";

    /// <summary>RFC 6638 §3.2.9: how the last scheduling message went, e.g. <c>1.1</c> (pending), <c>2.0</c> (done), <c>5.1</c> (could not be sent).</summary>
    public string? ScheduleStatus { get; init; }
}
