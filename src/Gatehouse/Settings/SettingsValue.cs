using System.Globalization;

namespace Gatehouse.Settings;

/// <summary>How a single value is written.</summary>
internal static class SettingsValue
{
    private static readonly string[] TimeForms = [@"h\:mm\:ss", @"d\.h\:mm\:ss"];

    /// <summary>Whether the type is a single value, no list and no object.</summary>
    public static bool IsOne(Type type) => type.IsValueType || type == typeof(string);

    /// <summary>Why a text is no such value; null when it is one.</summary>
    public static string? Problem(Type type, string text) =>
        type == typeof(bool) && !bool.TryParse(text, out _) ? $"'{text}' must be true or false."
        : type == typeof(int) && !int.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? $"'{text}' must be a whole number."
        : type == typeof(TimeSpan) && !IsTime(text)
            ? $"'{text}' must be hours, minutes and seconds such as 01:00:00, after days where there are any: 90.00:00:00."
        : null;

    // What reads a TimeSpan otherwise takes 60 for sixty days, and 24:00:00 for twenty-four.
    private static bool IsTime(string text) =>
        TimeSpan.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, out _);
}
