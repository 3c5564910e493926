using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>
/// RFC 6638: an event with people in it reaches their calendars, and their answers come back, without anybody sending anything.
/// Addresses of nobody here get nothing; the real one would send an e-mail.
/// </summary>
internal sealed class Scheduling(PersonDirectory people, TimeProvider time)
{
    /// <summary>What the real one notes for a message it handed on.</summary>
    private const string Sent = "1.1";

    public static Person? PersonOf(PersonDirectory people, string address) =>
        address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            ? people.All.FirstOrDefault(person =>
                person.Account.Email.Equals(address[7..], StringComparison.OrdinalIgnoreCase)
            )
            : null;

    public ObjectsState Follow(ObjectsState state, ObjectCollection calendar, StoredObject? before, StoredObject? after)
    {
        var (old, now) = (before?.Parsed, after?.Parsed);
        var organizer = (now ?? old)!.Components.FirstOrDefault()?.Value("ORGANIZER");
        if (organizer is null || (after ?? before)!.Kind != "VEVENT")
        {
            return state;
        }

        var isOrganizer = PersonOf(people, organizer)?.Id == calendar.Owner;
        return isOrganizer
            ? new Invitations(people, time).Send(state, calendar, old, now, after)
            : new Replies(people, time).Send(state, calendar, old, now, after);
    }

    /// <summary>Puts a changed text in the place of what is stored.</summary>
    public static ObjectsState Store(
        ObjectsState state,
        ObjectCollection calendar,
        StoredObject item,
        VObject root,
        TimeProvider time
    )
    {
        var data = root.ToString();
        return data == item.Data
            ? state
            : state.With(
                state
                    .Find(calendar.Owner, calendar.Uri)!
                    .With(
                        item with
                        {
                            Data = data,
                            ETag = Answers.ETagOf(data),
                            Modified = time.GetUtcNow().ToUnixTimeSeconds(),
                        }
                    )
            );
    }

    public static VProperty Delivered(VProperty property) => property.With("SCHEDULE-STATUS", Sent);

    public static string Key(VObject component) => component.Value("RECURRENCE-ID") ?? "";
}
