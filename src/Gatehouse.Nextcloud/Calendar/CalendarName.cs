using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>The name a calendar has in its address, e.g. <c>personal</c>; what people see is its title.</summary>
public readonly record struct CalendarName : IParsable<CalendarName>
{
    private static readonly HashSet<string> reserved = new(StringComparer.Ordinal) { "inbox", "outbox", "trashbin" };

    private readonly string? value;

    private CalendarName(string value) => this.value = value;

    /// <summary>The calendar every account has.</summary>
    public static CalendarName Personal { get; } = new("personal");

    internal string Encoded =>
        Uri.EscapeDataString(value ?? throw new InvalidOperationException("There is no calendar."));

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">The text is no name of a calendar.</exception>
    public static CalendarName Parse(string text) =>
        TryParse(text, out var name)
            ? name
            : throw new FormatException(
                "This is no calendar: it is one name without slashes, as list_calendars gives it."
            );

    /// <summary>Reads a name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CalendarName name)
    {
        var isGood =
            text is { Length: > 0 and <= 255 }
            && text is not ("." or "..")
            && !reserved.Contains(text)
            && !text.Any(c => char.IsControl(c) || c is '/' or '\\');
        name = isGood ? new(text!) : default;
        return isGood;
    }

    static CalendarName IParsable<CalendarName>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<CalendarName>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CalendarName result
    ) => TryParse(s, out result);

    /// <summary>The decoded name.</summary>
    public override string ToString() => value ?? "";
}
