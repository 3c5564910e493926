using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Safety;

/// <summary>What of a call's arguments goes into a record: what names a thing. Titles, texts, passwords and people's addresses do not.</summary>
internal static class WriteTarget
{
    private const int MaxLength = 300;

    private static readonly HashSet<string> names = ["id", "path", "from", "to", "folder", "calendar", "book", "token"];

    public static string Of(CallToolRequestParams call)
    {
        var parts = (call.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
            .Where(argument =>
                Names(argument.Key) && argument.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            )
            .Select(argument => $"{argument.Key}={argument.Value}");
        var text = string.Concat(string.Join(' ', parts).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }

    private static bool Names(string argument) =>
        names.Contains(argument) || argument.EndsWith("Id", StringComparison.Ordinal);
}
