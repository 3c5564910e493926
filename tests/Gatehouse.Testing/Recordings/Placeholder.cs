using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Gatehouse.Testing.Recordings;

/// <summary>The <c>{{name}}</c> that stands for a secret in a recording: the same value wherever it occurs in one folder.</summary>
internal static partial class Placeholder
{
    public static IEnumerable<string> NamesIn(RecordedRequest request) =>
        new[] { request.Path, request.Body ?? "" }.Concat(request.Headers.Select(h => h.Value)).SelectMany(NamesIn);

    public static IEnumerable<string> NamesIn(RecordedResponse response) =>
        new[] { response.BodyText }.Concat(response.Headers.Select(h => h.Value)).SelectMany(NamesIn);

    public static RecordedRequest Fill(RecordedRequest request, IReadOnlyDictionary<string, string> values) =>
        request with
        {
            Path = Fill(request.Path, values),
            Body = request.Body is null ? null : Fill(request.Body, values),
            Headers = Fill(request.Headers, values),
        };

    public static RecordedResponse Fill(RecordedResponse response, IReadOnlyDictionary<string, string> values) =>
        response with
        {
            Headers = Fill(response.Headers, values),
            Body = IsText(response) ? [.. Encoding.UTF8.GetBytes(Fill(response.BodyText, values))] : response.Body,
        };

    private static bool IsText(RecordedResponse response) =>
        response.Body.IndexOf((byte)0) < 0 && response.BodyText.Contains("{{", StringComparison.Ordinal);

    private static ImmutableArray<RecordedHeader> Fill(
        ImmutableArray<RecordedHeader> headers,
        IReadOnlyDictionary<string, string> values
    ) => [.. headers.Select(h => h with { Value = EncodeBasic(Fill(h.Value, values)) })];

    private static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Pattern().Replace(text, match => values.GetValueOrDefault(match.Groups["name"].Value, match.Value));

    private static string EncodeBasic(string value) =>
        Basic().Match(value) is { Success: true } match && !value.Contains("{{", StringComparison.Ordinal)
            ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(match.Groups["pair"].Value))
            : value;

    private static IEnumerable<string> NamesIn(string text) =>
        Pattern().Matches(text).Select(m => m.Groups["name"].Value);

    [GeneratedRegex(@"\{\{(?<name>[^{}]+)\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^Basic base64\((?<pair>.*)\)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Basic();
}
