using System.Collections.Immutable;
using Gatehouse.Nextcloud.Contacts;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>A postal address in one line: <c>Main St 1; 10115; Berlin; ; Germany (home)</c>.</summary>
internal static class AddressText
{
    private const int Parts = 5;

    public static IReadOnlyList<string>? Write(ImmutableArray<PostalAddress> addresses) =>
        addresses.IsEmpty ? null : [.. addresses.Select(Write)];

    public static ImmutableArray<PostalAddress>? Read(IEnumerable<string>? texts) =>
        texts is null ? null : [.. texts.Select(Read)];

    private static string Write(PostalAddress address)
    {
        string?[] parts = [address.Street, address.PostalCode, address.City, address.Region, address.Country];
        var line = string.Join("; ", parts.Select(p => p?.Replace(';', ',') ?? "")).TrimEnd(' ', ';');
        return address.Type is null ? line : $"{line} ({address.Type})";
    }

    private static PostalAddress Read(string text)
    {
        var (line, type) = PointText.Split(text);
        var parts = line.Split(';', Parts, StringSplitOptions.TrimEntries);
        return new(Part(parts, 0), Part(parts, 1), Part(parts, 2), Part(parts, 3), Part(parts, 4), type);
    }

    private static string? Part(string[] parts, int index) =>
        index < parts.Length && parts[index].Length > 0 ? parts[index] : null;
}
