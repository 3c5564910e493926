using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gatehouse.Interop.Tests.Replayed;

/// <summary>An answer, read once.</summary>
internal sealed partial record ReplayedAnswer(int Status, string Challenge, string? Session, string Body)
{
    private const string Data = "data: ";

    /// <summary>The JSON in it, also from an event stream; null when there is none.</summary>
    public JsonObject? Json { get; } = Parse(Body);

    public static async Task<ReplayedAnswer> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var challenge = string.Join(", ", response.Headers.WwwAuthenticate);
        var session = response.Headers.TryGetValues("Mcp-Session-Id", out var values) ? values.Single() : null;
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return new ReplayedAnswer((int)response.StatusCode, challenge, session, body);
    }

    /// <summary>A parameter of the challenge; null when it has none of that name.</summary>
    public string? ChallengeParameter(string name) =>
        Parameter()
            .Matches(Challenge)
            .Where(match => match.Groups["name"].Value == name)
            .Select(match => match.Groups["value"].Value)
            .FirstOrDefault();

    /// <summary>What to keep by the words of a step.</summary>
    public string? Find(string what) =>
        what.StartsWith("challenge:", StringComparison.Ordinal) ? ChallengeParameter(what["challenge:".Length..])
        : Json?[what] is JsonArray list ? string.Join(' ', list.Select(item => (string?)item))
        : (string?)Json?[what];

    private static JsonObject? Parse(string body)
    {
        var events = body.Split('\n').LastOrDefault(line => line.StartsWith(Data, StringComparison.Ordinal));
        try
        {
            return JsonNode.Parse(events?[Data.Length..] ?? body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("(?<name>[a-z_]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
