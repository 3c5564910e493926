using System.Text.Json;
using Gatehouse.Nextcloud.Texts;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Safety;

/// <summary>What of a call's arguments goes into a record: what names a thing. Titles, texts, passwords and people's addresses do not.</summary>
internal static class WriteTarget
{
    private const int MaxLength = 300;

    /// <summary>Names of things, whatever they are made of.</summary>
    private static readonly HashSet<string> names =
    [
        "id",
        "path",
        "from",
        "to",
        "folder",
        "calendar",
        "list",
        "book",
        "column",
        "conversation",
        "recurrenceId",
    ];

    /// <summary>Names of things when they are numbers; where they are texts, somebody wrote them.</summary>
    private static readonly HashSet<string> numbers =
    [
        "board",
        "card",
        "comment",
        "attachment",
        "label",
        "table",
        "row",
        "view",
        "recipe",
        "message",
        "ids",
    ];

    public static string Of(CallToolRequestParams call)
    {
        var parts = (call.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
            .Where(argument => Names(argument.Key, argument.Value))
            .Select(argument => $"{argument.Key}={argument.Value}");
        var text = string.Concat(string.Join(' ', parts).Select(c => char.IsControl(c) ? ' ' : c));
        return Beginning.Of(text, MaxLength - 1);
    }

    private static bool Names(string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => names.Contains(name),
            JsonValueKind.Number => names.Contains(name)
                || numbers.Contains(name)
                || name.EndsWith("Id", StringComparison.Ordinal),
            JsonValueKind.Array => numbers.Contains(name)
                && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Number),
            _ => false,
        };
}
