using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Texts;

namespace Gatehouse.Nextcloud.Calendar.Recurrence;

/// <summary>
/// RFC 5545 §3.3.10: a recurrence rule such as <c>FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10</c>. One that recurs more than daily, or many times a day,
/// is no rule here: expanding it costs minutes of computing time, and anybody can send one.
/// </summary>
public readonly partial record struct RecurrenceRule
{
    private const int MaxLength = 500;
    private const int MaxTimesPerDay = 24;
    private const int MaxTimesPerDayCounted = 4;
    private const int MaxCount = 50_000;
    private const int MaxInterval = 1000;

    private static readonly string[] frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

    private static readonly HashSet<string> known = new(StringComparer.Ordinal)
    {
        "FREQ",
        "UNTIL",
        "COUNT",
        "INTERVAL",
        "BYSECOND",
        "BYMINUTE",
        "BYHOUR",
        "BYDAY",
        "BYMONTHDAY",
        "BYYEARDAY",
        "BYWEEKNO",
        "BYMONTH",
        "BYSETPOS",
        "WKST",
    };

    private readonly string? value;

    private RecurrenceRule(string value) => this.value = value;

    private string Value => value ?? throw new InvalidOperationException("There is no recurrence rule.");

    /// <summary>Reads a rule, with or without <c>RRULE:</c> in front.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static RecurrenceRule Parse(string text) =>
        TryParse(text, out var rule, out var error) ? rule : throw new FormatException(error);

    /// <summary>Reads a rule, with or without <c>RRULE:</c> in front; <paramref name="error"/> is a sentence.</summary>
    public static bool TryParse(string? text, out RecurrenceRule rule, [NotNullWhen(false)] out string? error)
    {
        rule = default;
        var bare = (text ?? "").Trim().ToUpperInvariant();
        if (bare.StartsWith("RRULE:", StringComparison.Ordinal))
            bare = bare["RRULE:".Length..];
        error = bare.Length > MaxLength ? $"A rule has at most {MaxLength} characters." : Objection(bare.TrimEnd(';'));
        if (error is null)
            rule = new(bare.TrimEnd(';'));
        return error is null;
    }

    /// <summary>Does the rule end by itself after a number of times?</summary>
    internal int? Count => Part("COUNT") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null;

    /// <summary>The rule as it is written.</summary>
    public override string ToString() => value ?? "";

    internal string? Part(string name) =>
        Value.Split(';').Select(p => p.Split('=', 2)).FirstOrDefault(p => p[0] == name && p.Length == 2)?[1];

    /// <summary>The rule with a part set, or taken out.</summary>
    internal RecurrenceRule With(string name, string? part)
    {
        var parts = Value.Split(';').Where(p => !p.StartsWith(name + "=", StringComparison.Ordinal));
        return new(string.Join(';', part is null ? parts : parts.Append($"{name}={part}")));
    }

    /// <summary>
    /// UNTIL in the form RFC 5545 §3.3.10 asks for beside this DTSTART: a day for days, else UTC (or floating). A day becomes its end.
    /// </summary>
    internal RecurrenceRule Fitting(EventTime start, ZoneTable zones)
    {
        if (Part("UNTIL") is not { } until || EventTime.Read(until, tzid: null, zones) is not { } end)
            return this;
        if (start.IsDate)
            return With("UNTIL", EventTime.OfDate(end.Local.Date, zones.Person).Value);

        var last = end.IsDate ? end.Local.Date.At(new NodaTime.LocalTime(23, 59, 59)) : end.Local;
        if (start.Kind == EventTimeKind.Floating)
            return With("UNTIL", start.At(last).Value);
        var moment = end.Kind == EventTimeKind.Utc ? end.Instant : start.At(last).Instant;
        return With(
            "UNTIL",
            new EventTime(EventTimeKind.Utc, moment.InUtc().LocalDateTime, null, TimeZoneId.Utc).Value
        );
    }

    private static string? Objection(string rule)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in rule.Split(';'))
        {
            var pair = part.Split('=', 2);
            if (pair.Length != 2 || pair[1].Length == 0 || !known.Contains(pair[0]))
                return $"'{Shown(part)}' is no part of a recurrence rule such as FREQ=WEEKLY;BYDAY=MO,WE.";
            if (!parts.TryAdd(pair[0], pair[1]))
                return $"{pair[0]} stands twice.";
        }

        var frequency = parts.GetValueOrDefault("FREQ");
        if (frequency is "SECONDLY" or "MINUTELY" or "HOURLY")
            return $"FREQ={frequency} recurs too often to be expanded. Use DAILY, WEEKLY, MONTHLY or YEARLY.";
        if (!frequencies.Contains(frequency))
            return "It needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.";
        return TooMuch(parts) ?? Nonsense(rule);
    }

    private static string? TooMuch(Dictionary<string, string> parts)
    {
        var timesPerDay = Items(parts, "BYHOUR") * Items(parts, "BYMINUTE") * Items(parts, "BYSECOND");
        if (timesPerDay > MaxTimesPerDay)
            return $"BYHOUR, BYMINUTE and BYSECOND recur more than {MaxTimesPerDay} times a day.";
        // What has a count is counted from its beginning on, however long ago that was.
        if (parts.ContainsKey("COUNT") && timesPerDay > MaxTimesPerDayCounted)
            return $"With COUNT it may recur at most {MaxTimesPerDayCounted} times a day; use UNTIL.";
        if (parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL"))
            return "COUNT and UNTIL exclude each other.";
        if (!IsWithin(parts, "COUNT", MaxCount))
            return $"COUNT must be from 1 to {MaxCount}.";
        if (parts.TryGetValue("UNTIL", out var until) && !UntilForm().IsMatch(until))
            return "UNTIL must be as 20270131 or 20270131T120000Z.";
        return IsWithin(parts, "INTERVAL", MaxInterval) ? null : $"INTERVAL must be from 1 to {MaxInterval}.";
    }

    /// <summary>What the maths do not take: a thirteenth month, a weekday nobody knows.</summary>
    private static string? Nonsense(string rule)
    {
        if (TakenRules.Contains(rule))
            return null;

        try
        {
            _ = new Ical.Net.DataTypes.RecurrenceRule(rule);
            TakenRules.Add(rule);
            return null;
        }
        catch (Exception exception)
            when (exception is ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            return exception.Message.Split(" (Parameter", 2)[0];
        }
    }

    private static long Items(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var list) ? list.Count(c => c == ',') + 1 : 1;

    private static bool IsWithin(Dictionary<string, string> parts, string name, int most) =>
        !parts.TryGetValue(name, out var text)
        || (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= most
        );

    private static string Shown(string part) => Beginning.Of(part, 40);

    [GeneratedRegex("^[0-9]{8}(T[0-9]{6}Z?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UntilForm();
}
