using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>
/// Where an event or task is: its calendar and the name of its object, e.g. <c>work/ev-1.ics</c>. It needs no search, unlike a UID.
/// </summary>
public readonly record struct CalendarObjectId : IParsable<CalendarObjectId>
{
    private readonly string? name;

    /// <summary>An object of a calendar.</summary>
    /// <exception cref="FormatException">The name is none of an object.</exception>
    public CalendarObjectId(CalendarName calendar, string name)
    {
        if (!IsName(name))
            throw new FormatException("This is no name of a calendar object.");
        Calendar = calendar;
        this.name = name;
    }

    /// <summary>The calendar.</summary>
    public CalendarName Calendar { get; }

    /// <summary>The decoded name of the object, e.g. <c>ev-1.ics</c>.</summary>
    public string Name => name ?? "";

    /// <summary>Reads <c>calendar/object.ics</c>.</summary>
    /// <exception cref="FormatException">The text is no id.</exception>
    public static CalendarObjectId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException(
                "This is no id of an event or task: it is 'calendar/object.ics', as the lists give it."
            );

    /// <summary>Reads <c>calendar/object.ics</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CalendarObjectId id)
    {
        id = default;
        var parts = (text ?? "").Split('/');
        if (parts.Length != 2 || !CalendarName.TryParse(parts[0], out var calendar) || !IsName(parts[1]))
            return false;

        id = new(calendar, parts[1]);
        return true;
    }

    static CalendarObjectId IParsable<CalendarObjectId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<CalendarObjectId>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CalendarObjectId result
    ) => TryParse(s, out result);

    /// <summary>The form models see: <c>work/ev-1.ics</c>.</summary>
    public override string ToString() => $"{Calendar}/{Name}";

    private static bool IsName([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 255 }
        && text is not ("." or "..")
        && !text.Any(c => char.IsControl(c) || c is '/' or '\\');
}
