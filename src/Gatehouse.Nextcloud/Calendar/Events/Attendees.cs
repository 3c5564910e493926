using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Scheduling;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>
/// RFC 5545 §3.8.4.1 and RFC 6638: who is invited. Nextcloud sends the invitations, and only when ORGANIZER is the person's own address.
/// </summary>
internal static class Attendees
{
    /// <summary>Invites these and nobody else. Whoever is invited already keeps their line with their answer.</summary>
    public static void Set(IcsComponent component, IReadOnlyList<EventPerson> people, CalendarUser? self)
    {
        if (component.Line("ORGANIZER") is { } organizer && self?.Is(organizer.Value) != true)
            throw CalendarErrors.NotPossible(
                "The attendees were not changed.",
                $"The event was organized by {EventReader.AddressOf(organizer.Value)}, and only the organizer invites.",
                "Ask the organizer, or make an event of your own."
            );

        var wanted = people
            .Where(p => self?.Is(UriOf(p.Address)) != true)
            .ToDictionary(p => UriOf(p.Address), StringComparer.OrdinalIgnoreCase);
        foreach (var line in component.Lines("ATTENDEE").ToList())
        {
            // The organizer may stand among the attendees, with an answer of their own.
            if (!wanted.Remove(line.Value.Trim()) && self?.Is(line.Value) != true)
                component.Remove(line);
        }

        foreach (var (uri, person) in wanted)
            component.AddLine(LineOf(uri, person));
        SetOrganizer(component, self);
    }

    /// <summary>Sets the person's own answer.</summary>
    /// <returns>False when the person is not invited.</returns>
    public static bool Respond(IcsComponent component, string response, CalendarUser self)
    {
        var own = component.Lines("ATTENDEE").FirstOrDefault(l => self.Is(l.Value));
        if (own is null)
            return false;

        component.Replace(own, own.With("PARTSTAT", response.ToUpperInvariant()));
        return true;
    }

    public static string UriOf(string address) =>
        address.Contains(':', StringComparison.Ordinal) ? address : $"mailto:{address}";

    private static void SetOrganizer(IcsComponent component, CalendarUser? self)
    {
        if (component.Lines("ATTENDEE").All(l => self?.Is(l.Value) == true))
        {
            component.RemoveLines("ORGANIZER", "ATTENDEE");
            return;
        }

        if (component.Line("ORGANIZER") is not null)
            return;

        var address =
            self?.Address
            ?? throw CalendarErrors.NotPossible(
                "Nobody was invited, and nothing was written.",
                "Nextcloud sends invitations only for people who have a mail address in their profile, and this account has none.",
                "Make the event without attendees, or set the address in Nextcloud's personal settings first."
            );
        component.AddLine(
            self.Name is { Length: > 0 } name
                ? IcsLine.Of("ORGANIZER", UriOf(address), new IcsParameter("CN", name))
                : IcsLine.Of("ORGANIZER", UriOf(address))
        );
    }

    private static IcsLine LineOf(string uri, EventPerson person)
    {
        var parameters = new List<IcsParameter>();
        if (person.Name is { Length: > 0 } name)
            parameters.Add(new("CN", name));
        parameters.Add(new("CUTYPE", "INDIVIDUAL"));
        parameters.Add(new("ROLE", person.Role.ToUpperInvariant()));
        parameters.Add(new("PARTSTAT", "NEEDS-ACTION"));
        parameters.Add(new("RSVP", "TRUE"));
        return IcsLine.Of("ATTENDEE", uri, parameters);
    }
}
