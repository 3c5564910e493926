using System.Security.Cryptography;
using System.Text;
using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Recurrence;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>
/// RFC 4791 §4.1: an object holds one UID and no METHOD. A file with several becomes several objects, each with the zones it uses.
/// </summary>
internal static class IcsSplitter
{
    private const int MaxThings = 2000;

    private static readonly string[] things = ["VEVENT", "VTODO", "VJOURNAL"];

    /// <summary>Takes an iCalendar text apart.</summary>
    /// <exception cref="FormatException">It is none, it holds nothing, or a rule recurs without bound; the message says why.</exception>
    public static IReadOnlyList<ImportedThing> Split(string text, TimeProvider time)
    {
        var calendars = IcsReader.ReadAll(text).Where(c => c.Name == "VCALENDAR").ToList();
        var parts = calendars
            .SelectMany(calendar =>
                calendar
                    .Items.OfType<IcsComponent>()
                    .Where(c => things.Contains(c.Name))
                    .GroupBy(c => (c.Name, Uid: c.Text("UID") ?? ""))
                    .SelectMany(g => g.Key.Uid.Length > 0 ? [g.ToList()] : g.Select(c => new List<IcsComponent> { c }))
                    .Select(group => Part(calendar, group, time))
            )
            .ToList();
        return parts.Count switch
        {
            0 => throw new FormatException("It holds no event and no task."),
            > MaxThings => throw new FormatException($"It holds more than {MaxThings} events; import it in parts."),
            _ => parts,
        };
    }

    private static ImportedThing Part(IcsComponent calendar, List<IcsComponent> components, TimeProvider time)
    {
        foreach (var rule in components.SelectMany(c => c.Lines("RRULE")))
        {
            if (!RecurrenceRule.TryParse(rule.Value, out _, out var error))
                throw new FormatException($"The rule of '{components[0].Text("SUMMARY")}' is not taken: {error}");
        }

        var uid = components[0].Text("UID");
        if (uid is null)
        {
            uid = Guid.CreateVersion7(time.GetUtcNow()).ToString();
            components[0].AddLine(IcsLine.OfText("UID", uid));
        }

        var part = EditContext.NewCalendar();
        var used = components.SelectMany(ZonesOf).ToHashSet(StringComparer.Ordinal);
        foreach (var zone in calendar.Components("VTIMEZONE").Where(z => used.Contains(z.Value("TZID") ?? "")))
            part.Add(zone);
        foreach (var component in components)
            part.Add(component);
        return new(NameOf(uid), components[0].Text("SUMMARY") ?? uid, part);
    }

    private static IEnumerable<string> ZonesOf(IcsComponent component) =>
        component
            .Items.OfType<IcsLine>()
            .Select(l => l.Parameter("TZID"))
            .OfType<string>()
            .Concat(component.Items.OfType<IcsComponent>().SelectMany(ZonesOf));

    /// <summary>A name that is safe in a path, and the same for the same UID: importing twice writes once.</summary>
    private static string NameOf(string uid) =>
        uid.Length <= 100 && uid.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '@')
            ? $"{uid}.ics"
            : $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uid)))[..40]}.ics";
}
