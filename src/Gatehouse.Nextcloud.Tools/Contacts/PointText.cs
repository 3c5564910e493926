using System.Collections.Immutable;
using Gatehouse.Nextcloud.Contacts;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>An e-mail, phone or web address as people write it down: <c>jane@example.com (work)</c>.</summary>
internal static class PointText
{
    public static IReadOnlyList<string>? Write(ImmutableArray<ContactPoint> points) =>
        points.IsEmpty ? null : [.. points.Select(p => p.Type is null ? p.Value : $"{p.Value} ({p.Type})")];

    public static ImmutableArray<ContactPoint>? Read(IEnumerable<string>? texts) =>
        texts is null ? null : [.. texts.Select(Split).Select(pair => new ContactPoint(pair.Value, pair.Type))];

    /// <summary>What stands in brackets at the end is the type when it holds a letter: brackets belong to phone numbers too.</summary>
    public static (string Value, string? Type) Split(string text)
    {
        var trimmed = text.Trim();
        var open = trimmed.LastIndexOf(" (", StringComparison.Ordinal);
        if (open <= 0 || !trimmed.EndsWith(')'))
            return (trimmed, null);

        var type = trimmed[(open + 2)..^1].Trim();
        return type.Any(char.IsLetter) ? (trimmed[..open].Trim(), type) : (trimmed, null);
    }
}
