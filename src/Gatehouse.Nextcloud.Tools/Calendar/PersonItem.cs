using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar.Events;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Somebody who is invited, or invites.</summary>
internal sealed record PersonItem(
    string Address,
    string? Name = null,
    [property: Description("needs-action, accepted, declined, tentative or delegated.")] string? Response = null,
    [property: Description("The invitation could not be delivered.")] bool? Unreachable = null
)
{
    public static PersonItem Organizer(EventPerson person) => new(person.Address, person.Name);

    // RFC 6638 §3.2.9: 3.x and 5.x are failures.
    public static PersonItem Attendee(EventPerson person) =>
        new(person.Address, person.Name, person.Response, person.ScheduleStatus is ['3' or '5', ..] ? true : null);
}
