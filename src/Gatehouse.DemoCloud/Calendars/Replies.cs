using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>From somebody invited to the organizer: REPLY with the new PARTSTAT, DECLINED when they delete their copy.</summary>
internal sealed class Replies(PersonDirectory people, TimeProvider time)
{
    public ObjectsState Send(
        ObjectsState state,
        ObjectCollection calendar,
        VObject? before,
        VObject? now,
        StoredObject? item
    )
    {
        var answers = Changed(calendar.Owner, before, now);
        if (answers.Count == 0 || Find(state, (now ?? before)!) is not { } original)
        {
            return state;
        }

        var root = original.Item.Parsed;
        foreach (var (component, mine) in answers)
        {
            Apply(root, component, mine);
        }

        state = Scheduling.Store(state, original.Calendar, original.Item, root, time);
        return now is null || item is null ? state : Scheduling.Store(state, calendar, item, Noted(now), time);
    }

    /// <summary>The components in which this person answers something else than before.</summary>
    private List<(VObject Component, VProperty Mine)> Changed(string owner, VObject? before, VObject? now)
    {
        var changed = new List<(VObject, VProperty)>();
        foreach (var component in (now ?? before)!.Components)
        {
            if (Mine(owner, component) is not { } mine)
            {
                continue;
            }

            var answer = now is null ? mine.With("PARTSTAT", "DECLINED") : mine;
            var same = before?.Components.FirstOrDefault(one => Scheduling.Key(one) == Scheduling.Key(component));
            var former = same is null ? null : Mine(owner, same)?.Parameter("PARTSTAT");
            if (answer.Parameter("PARTSTAT") is { } said && said != "NEEDS-ACTION" && said != former)
            {
                changed.Add((component, answer));
            }
        }

        return changed;
    }

    private VProperty? Mine(string owner, VObject component) =>
        component.Properties.Find(property =>
            property.Name == "ATTENDEE" && Scheduling.PersonOf(people, property.Value)?.Id == owner
        );

    private (ObjectCollection Calendar, StoredObject Item)? Find(ObjectsState state, VObject root)
    {
        var first = root.Components.First();
        var organizer = Scheduling.PersonOf(people, first.Value("ORGANIZER") ?? "");
        foreach (var calendar in state.Collections.Where(one => one.Owner == organizer?.Id && !one.IsInbox))
        {
            if (calendar.Objects.FirstOrDefault(item => item.Uid == first.Value("UID")) is { } found)
            {
                return (calendar, found);
            }
        }

        return null;
    }

    private static void Apply(VObject root, VObject answered, VProperty mine)
    {
        var component = root.Components.FirstOrDefault(one => Scheduling.Key(one) == Scheduling.Key(answered));
        if (component is null && root.Components.FirstOrDefault(one => Scheduling.Key(one).Length == 0) is { } series)
        {
            component = Exception(series, answered);
            root.Children.Add(component);
        }

        var index =
            component?.Properties.FindIndex(property =>
                property.Name == "ATTENDEE" && property.Value.Equals(mine.Value, StringComparison.OrdinalIgnoreCase)
            )
            ?? -1;
        if (index >= 0)
        {
            component!.Properties[index] = component
                .Properties[index]
                .With("PARTSTAT", mine.Parameter("PARTSTAT")!)
                .Without("RSVP")
                .With("SCHEDULE-STATUS", "2.0");
        }
    }

    /// <summary>An answer to one occurrence makes it an exception of the organizer's series too.</summary>
    private static VObject Exception(VObject series, VObject answered)
    {
        var exception = series.Copy();
        exception.Properties.RemoveAll(property => property.Name is "RRULE" or "RDATE" or "EXDATE");
        foreach (var name in (string[])["DTSTART", "DTEND", "RECURRENCE-ID"])
        {
            if (answered.Property(name) is { } property)
            {
                exception.Set(property);
            }
        }

        return exception;
    }

    private static VObject Noted(VObject root)
    {
        foreach (var component in root.Components)
        {
            if (component.Property("ORGANIZER") is { } organizer)
            {
                component.Set(Scheduling.Delivered(organizer));
            }
        }

        return root;
    }
}
