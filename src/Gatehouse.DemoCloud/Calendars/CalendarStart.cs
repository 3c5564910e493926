using System.Collections.Immutable;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>The calendars everybody has from the first day.</summary>
internal static class CalendarStart
{
    private static readonly ImmutableArray<string> Events = ["VEVENT"];

    public static ObjectsState For(IEnumerable<Person> people) =>
        people.Aggregate(
            ObjectsState.Empty,
            (state, person) => state.With(Personal(person)).With(Birthdays(person)).With(Inbox(person))
        );

    private static ObjectCollection Personal(Person person) => Calendar(person, "personal", "Personal", "#00679e");

    private static ObjectCollection Birthdays(Person person) =>
        Calendar(person, "contact_birthdays", "Contact birthdays", "#E9D859") with
        {
            IsGenerated = true,
        };

    private static ObjectCollection Inbox(Person person) =>
        new()
        {
            Owner = person.Id,
            Uri = "inbox",
            Kinds = Events,
            IsInbox = true,
        };

    private static ObjectCollection Calendar(Person person, string uri, string name, string color) =>
        new()
        {
            Owner = person.Id,
            Uri = uri,
            Kinds = Events,
            Properties = ImmutableSortedDictionary<string, string>
                .Empty.WithComparers(StringComparer.Ordinal)
                .Add(CalendarProperties.DisplayName.ToString(), name)
                .Add(CalendarProperties.Color.ToString(), color),
        };
}
