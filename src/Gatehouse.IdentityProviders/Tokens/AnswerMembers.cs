using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Gatehouse.IdentityProviders.Discovery;

namespace Gatehouse.IdentityProviders.Tokens;

/// <summary>
/// The members of a token endpoint's answer as text, whether it came as JSON (RFC 6749 §5.1) or as a form (GitHub). Numbers and booleans are written as they stood,
/// lists of them with spaces between.
/// </summary>
internal sealed class AnswerMembers
{
    private const int MostMembers = 200;
    private readonly Dictionary<string, string> members;

    private AnswerMembers(Dictionary<string, string> members) => this.members = members;

    /// <summary>A member; null when it is missing or empty.</summary>
    public string? this[string name] => members.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Reads a body; null when it is neither, or names a member twice.</summary>
    public static AnswerMembers? TryParse(ReadOnlyMemory<byte> body)
    {
        using var document = DocumentMembers.TryParse(body);
        return document is null ? OfForm(Encoding.UTF8.GetString(body.Span)) : OfJson(document.RootElement);
    }

    /// <summary>A time in seconds that lies between none and ten years; null when there is none like that.</summary>
    public TimeSpan? Seconds(string name) =>
        decimal.TryParse(this[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds((double)Math.Min(seconds, 315_360_000))
            : null;

    // The parser has looked at every name already, to find those that are there twice: none is without Unicode here.
    private static AnswerMembers OfJson(JsonElement root)
    {
        Dictionary<string, string> members = new(StringComparer.Ordinal);
        foreach (var member in root.EnumerateObject().Take(MostMembers))
        {
            if (TextOf(member.Value) is { } text)
            {
                members[member.Name] = text;
            }
        }

        // Google's and Microsoft's APIs wrap: {"error":{"code":…,"message":…}}.
        if (root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            members["error"] = error.Text("status") ?? error.Text("code") ?? "error";
            members["error_description"] = error.Text("message") ?? "";
        }

        return new AnswerMembers(members);
    }

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => DocumentMembers.TextOf(value),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array => string.Join(
                ' ',
                value
                    .EnumerateArray()
                    .Where(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                    .Select(TextOf)
                    .OfType<string>()
            ),
            _ => null,
        };

    private static AnswerMembers? OfForm(string text)
    {
        // Only what is clearly one: a page or half a JSON document has equals signs too.
        if (
            !text.StartsWith("access_token=", StringComparison.Ordinal)
                && !text.StartsWith("error=", StringComparison.Ordinal)
                && !text.Contains("&access_token=", StringComparison.Ordinal)
                && !text.Contains("&error=", StringComparison.Ordinal)
            || text.AsSpan().ContainsAny('<', '{')
        )
        {
            return null;
        }

        Dictionary<string, string> members = new(StringComparer.Ordinal);
        foreach (var pair in text.Trim().Split('&', MostMembers))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (
                equals > 0
                && !members.TryAdd(WebUtility.UrlDecode(pair[..equals]), WebUtility.UrlDecode(pair[(equals + 1)..]))
            )
            {
                return null;
            }
        }

        return new AnswerMembers(members);
    }
}
