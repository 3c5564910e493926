using System.Collections.Immutable;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>Calendars people would recognise: alice has a family and runs a small firm in which bob works.</summary>
internal sealed class SampleCalendars(DemoAppContext context)
{
    private const string Berlin =
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
        + "DTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\n"
        + "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\n"
        + "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

    private readonly SampleDay day = new(context.Time.GetUtcNow());
    private readonly Scheduling scheduling = new(context.People, context.Time);

    public ObjectsState Fill(ObjectsState state)
    {
        if (context.People.Find("alice") is not { } alice || context.People.Find("bob") is not { } bob)
        {
            return state;
        }

        state = state
            .With(Calendar("alice", "family", "Family", "#e9967a", "VEVENT"))
            .With(Calendar("alice", "work", "Work", "#0082c9", "VEVENT") with { Shares = [new("bob", true)] })
            .With(Calendar("alice", "tasks", "Tasks", "#499aa2", "VTODO"))
            .With(Calendar("bob", "tasks", "Tasks", "#499aa2", "VTODO"));
        state = Family(state);
        state = Work(state, $"mailto:{alice.Account.Email}", $"mailto:{bob.Account.Email}");
        return Tasks(state);
    }

    private ObjectsState Family(ObjectsState state)
    {
        state = Event(
            state,
            "personal",
            "dentist",
            At(day.In(2), "083000", "091500"),
            "SUMMARY:Dentist\r\nLOCATION:Dr. Weber\\, Lindenstr. 8\r\n"
        );
        state = Event(
            state,
            "family",
            "swimming",
            At(day.On(DayOfWeek.Thursday), "163000", "173000"),
            "RRULE:FREQ=WEEKLY;BYDAY=TH\r\nSUMMARY:Swimming (Mia)\r\nLOCATION:City pool\r\n"
        );
        state = Event(
            state,
            "family",
            "parents-evening",
            At(day.On(DayOfWeek.Wednesday, 1), "193000", "210000"),
            "SUMMARY:Parents' evening\r\nLOCATION:Primary school\\, room 12\r\n"
        );
        state = Event(
            state,
            "family",
            "grandma",
            $"DTSTART;VALUE=DATE:{day.On(DayOfWeek.Saturday, 1)}\r\nDTEND;VALUE=DATE:{day.On(DayOfWeek.Monday, 2)}\r\n",
            "SUMMARY:Visit to grandma\r\n"
        );
        return Event(
            state,
            "family",
            "anniversary",
            "DTSTART;VALUE=DATE:20140614\r\nDTEND;VALUE=DATE:20140615\r\n",
            "RRULE:FREQ=YEARLY\r\nSUMMARY:Wedding anniversary\r\nTRANSP:TRANSPARENT\r\n"
        );
    }

    private ObjectsState Work(ObjectsState state, string alice, string bob)
    {
        var people =
            $"ORGANIZER;CN=Alice Example:{alice}\r\nATTENDEE;CN=Alice Example;PARTSTAT=ACCEPTED:{alice}\r\n"
            + $"ATTENDEE;CN=Bob Example;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:{bob}\r\n";
        state = Event(
            state,
            "work",
            "standup",
            At(day.On(DayOfWeek.Monday, -4), "090000", "091500"),
            "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\nSUMMARY:Standup\r\nLOCATION:Kitchen\r\n"
        );
        state = Event(
            state,
            "work",
            "relaunch",
            At(day.On(DayOfWeek.Tuesday, 1), "100000", "113000"),
            "SUMMARY:Website relaunch: kick-off\r\nLOCATION:Meeting room\r\nDESCRIPTION:Goals\\, timeline\\, who does what\r\n"
                + people
        );
        return Event(
            state,
            "work",
            "invoice-run",
            At(day.On(DayOfWeek.Friday), "140000", "150000"),
            "SUMMARY:Invoices\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nDESCRIPTION:Invoices\r\nEND:VALARM\r\n"
        );
    }

    private ObjectsState Tasks(ObjectsState state)
    {
        state = Task(
            state,
            "alice",
            "tax",
            $"SUMMARY:Send papers to the tax adviser\r\nDUE;VALUE=DATE:{day.In(5)}\r\nPRIORITY:1\r\n"
        );
        state = Task(
            state,
            "alice",
            "present",
            $"SUMMARY:Birthday present for Mia\r\nDUE;VALUE=DATE:{day.In(9)}\r\nCATEGORIES:Family\r\n"
        );
        state = Task(
            state,
            "alice",
            "printer",
            $"SUMMARY:Order toner\r\nSTATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\nCOMPLETED:{day.Stamp}\r\n"
        );
        return Task(
            state,
            "bob",
            "offer",
            $"SUMMARY:Offer for Nordlicht GmbH\r\nDUE;VALUE=DATE:{day.In(3)}\r\nPERCENT-COMPLETE:40\r\nSTATUS:IN-PROCESS\r\n"
        );
    }

    private static string At(string date, string from, string to) =>
        $"DTSTART;TZID=Europe/Berlin:{date}T{from}\r\nDTEND;TZID=Europe/Berlin:{date}T{to}\r\n";

    private ObjectsState Event(ObjectsState state, string calendar, string name, string times, string rest) =>
        Add(state, "alice", calendar, name, "VEVENT", times + rest);

    private ObjectsState Task(ObjectsState state, string owner, string name, string text) =>
        Add(state, owner, "tasks", name, "VTODO", text);

    private ObjectsState Add(ObjectsState state, string owner, string calendar, string name, string kind, string lines)
    {
        var uid = $"{name}-{owner}@demo.example.com";
        var zone = lines.Contains("TZID=Europe/Berlin", StringComparison.Ordinal) ? Berlin : "";
        var text =
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Gatehouse//Demo//EN\r\nCALSCALE:GREGORIAN\r\n{zone}BEGIN:{kind}\r\nUID:{uid}\r\n"
            + $"DTSTAMP:{day.Stamp}\r\n{lines}END:{kind}\r\nEND:VCALENDAR\r\n";
        var numbered = state.Numbered(out var id);
        var item = new StoredObject(
            id,
            name + ".ics",
            uid,
            kind,
            text,
            Answers.ETagOf(text),
            context.Time.GetUtcNow().ToUnixTimeSeconds()
        );
        var into = numbered.Find(owner, calendar)!.With(item);
        return scheduling.Follow(numbered.With(into), into, before: null, item);
    }

    private static ObjectCollection Calendar(string owner, string uri, string name, string color, string kind) =>
        CalendarStart.Made(owner, uri, name, color) with
        {
            Kinds = ImmutableArray.Create(kind),
        };
}
