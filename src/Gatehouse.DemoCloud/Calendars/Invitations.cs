using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>From the organizer to those invited: REQUEST, and CANCEL when they are out or the event is gone.</summary>
internal sealed class Invitations(PersonDirectory people, TimeProvider time)
{
    public ObjectsState Send(
        ObjectsState state,
        ObjectCollection calendar,
        VObject? before,
        VObject? now,
        StoredObject? item
    )
    {
        var (invited, formerly) = (AttendeesOf(now), AttendeesOf(before));
        foreach (var address in formerly.Except(invited, StringComparer.OrdinalIgnoreCase))
        {
            state = Cancel(state, address, before!);
        }

        if (now is null || item is null || !IsNews(before, now))
        {
            return state;
        }

        foreach (var address in invited)
        {
            state = Deliver(state, calendar, address, now);
        }

        return Scheduling.Store(state, calendar, item, WithStatus(now, calendar.Owner), time);
    }

    private ObjectsState Deliver(ObjectsState state, ObjectCollection from, string address, VObject now)
    {
        if (Scheduling.PersonOf(people, address) is not { } person || person.Id == from.Owner)
        {
            return state;
        }

        var message = Message(now);
        if (Existing(state, person.Id, UidOf(now)) is { } existing)
        {
            return Scheduling.Store(state, existing.Calendar, existing.Item, message, time);
        }

        if (state.Find(person.Id, "personal") is null || state.Find(person.Id, "inbox") is null)
        {
            return state;
        }

        var name = $"sabredav-{Guid.NewGuid()}.ics";
        state = Add(state, person.Id, "personal", name, message);
        var received = message.Copy();
        received.Properties.Add(VProperty.Of("METHOD", "REQUEST"));
        return Add(state, person.Id, "inbox", name, received);
    }

    private ObjectsState Add(ObjectsState state, string owner, string uri, string name, VObject message)
    {
        var data = message.ToString();
        var numbered = state.Numbered(out var id);
        var item = new StoredObject(
            id,
            name,
            UidOf(message),
            "VEVENT",
            data,
            Answers.ETagOf(data),
            time.GetUtcNow().ToUnixTimeSeconds()
        );
        return numbered.With(numbered.Find(owner, uri)!.With(item));
    }

    private ObjectsState Cancel(ObjectsState state, string address, VObject before)
    {
        if (
            Scheduling.PersonOf(people, address) is not { } person
            || Existing(state, person.Id, UidOf(before)) is not { } existing
        )
        {
            return state;
        }

        var root = existing.Item.Parsed;
        foreach (var component in root.Components)
        {
            component.Set(VProperty.Of("STATUS", "CANCELLED"));
        }

        return Scheduling.Store(state, existing.Calendar, existing.Item, root, time);
    }

    /// <summary>What goes to the others: no alarms, no notes on deliveries, a stamp of now.</summary>
    private VObject Message(VObject now)
    {
        var message = new VObject("VCALENDAR")
        {
            Properties =
            [
                VProperty.Of("VERSION", "2.0"),
                VProperty.Of("PRODID", Sabre.ProductId),
                VProperty.Of("CALSCALE", "GREGORIAN"),
            ],
            Children = [.. now.Children.Select(child => child.Copy())],
        };
        foreach (var component in message.Components)
        {
            component.Remove("DTSTAMP");
            component.Properties.Add(VProperty.Of("DTSTAMP", CalendarTimes.Utc(time.GetUtcNow().UtcDateTime)));
            component.Children.RemoveAll(child => child.Name == "VALARM");
            for (var i = 0; i < component.Properties.Count; i++)
            {
                component.Properties[i] = component.Properties[i].Without("SCHEDULE-STATUS");
            }
        }

        return message;
    }

    private VObject WithStatus(VObject now, string owner)
    {
        foreach (var component in now.Components)
        {
            for (var i = 0; i < component.Properties.Count; i++)
            {
                var property = component.Properties[i];
                if (property.Name == "ATTENDEE" && Scheduling.PersonOf(people, property.Value)?.Id != owner)
                {
                    component.Properties[i] = Scheduling.Delivered(property);
                }
            }
        }

        return now;
    }

    private static (ObjectCollection Calendar, StoredObject Item)? Existing(
        ObjectsState state,
        string owner,
        string uid
    )
    {
        foreach (var calendar in state.Collections.Where(one => one.Owner == owner && !one.IsInbox))
        {
            if (calendar.Objects.FirstOrDefault(item => item.Uid == uid) is { } found)
            {
                return (calendar, found);
            }
        }

        return null;
    }

    private bool IsNews(VObject? before, VObject now) =>
        before is null || Plain(before).ToString() != Plain(now).ToString();

    private VObject Plain(VObject root)
    {
        var plain = Message(root);
        foreach (var component in plain.Components)
        {
            component.Remove("DTSTAMP");
            component.Remove("LAST-MODIFIED");
        }

        return plain;
    }

    private static List<string> AttendeesOf(VObject? root) =>
        [
            .. (root?.Components ?? [])
                .SelectMany(component => component.Properties)
                .Where(property => property.Name == "ATTENDEE")
                .Select(property => property.Value)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private static string UidOf(VObject root) => root.Components.First().Value("UID") ?? "";
}
