using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>A person or group a calendar can be shared with: <c>bob</c>, or <c>group:team</c>.</summary>
public readonly record struct CalendarSharee : IParsable<CalendarSharee>
{
    private const string Group = "group:";
    private const string Principal = "principal:principals/";

    private readonly string? id;

    private CalendarSharee(string id, bool isGroup)
    {
        this.id = id;
        IsGroup = isGroup;
    }

    /// <summary>A group.</summary>
    public bool IsGroup { get; }

    /// <summary>The user or group id.</summary>
    public string Id => id ?? "";

    /// <summary>The form of Nextcloud: <c>principal:principals/users/bob</c>.</summary>
    internal string Href => $"{Principal}{(IsGroup ? "groups" : "users")}/{Uri.EscapeDataString(Id)}";

    /// <summary>Reads <c>bob</c> or <c>group:team</c>.</summary>
    /// <exception cref="FormatException">The text names nobody.</exception>
    public static CalendarSharee Parse(string text) =>
        TryParse(text, out var sharee) ? sharee : throw new FormatException("This is no user id, and no group:ID.");

    /// <summary>Reads <c>bob</c> or <c>group:team</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CalendarSharee sharee)
    {
        var trimmed = (text ?? "").Trim();
        var isGroup = trimmed.StartsWith(Group, StringComparison.Ordinal);
        var id = isGroup ? trimmed[Group.Length..] : trimmed;
        var isGood = id.Length is > 0 and <= 255 && !id.Any(char.IsControl);
        sharee = isGood ? new(id, isGroup) : default;
        return isGood;
    }

    static CalendarSharee IParsable<CalendarSharee>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<CalendarSharee>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CalendarSharee result
    ) => TryParse(s, out result);

    /// <summary>The form people write.</summary>
    public override string ToString() => IsGroup ? Group + Id : Id;

    internal static CalendarSharee? OfHref(string? href)
    {
        var start = href?.IndexOf("principals/", StringComparison.Ordinal) ?? -1;
        return start < 0
            ? null
            : href![start..].TrimEnd('/').Split('/') switch
            {
                [_, "users", var id] => new CalendarSharee(Uri.UnescapeDataString(id), isGroup: false),
                [_, "groups", var id] => new CalendarSharee(Uri.UnescapeDataString(id), isGroup: true),
                _ => null,
            };
    }
}
