using System.Collections.Immutable;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>The calendars everybody has from the first day, and what the demo puts beside them.</summary>
internal static class CalendarStart
{
    private static readonly ImmutableArray<string> Events = ["VEVENT"];

    public static ObjectsState For(DemoAppContext context)
    {
        var state = context.People.All.Aggregate(
            ObjectsState.Empty,
            (made, person) =>
                made.With(Made(person.Id, "personal", "Personal", "#00679e"))
                    .With(
                        Made(person.Id, "contact_birthdays", "Contact birthdays", "#E9D859") with
                        {
                            IsGenerated = true,
                        }
                    )
                    .With(Inbox(person.Id))
        );
        return context.SampleData ? new SampleCalendars(context).Fill(state) : state;
    }

    public static ObjectCollection Made(string owner, string uri, string name, string color) =>
        new()
        {
            Owner = owner,
            Uri = uri,
            Kinds = Events,
            Properties = ImmutableSortedDictionary
                .Create<string, string>(StringComparer.Ordinal)
                .Add(CalendarProperties.DisplayName.ToString(), name)
                .Add(CalendarProperties.Color.ToString(), color),
        };

    private static ObjectCollection Inbox(string owner) =>
        new()
        {
            Owner = owner,
            Uri = "inbox",
            Kinds = Events,
            IsInbox = true,
        };
}
