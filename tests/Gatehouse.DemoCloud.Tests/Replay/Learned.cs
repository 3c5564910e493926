using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.DemoCloud.Tests.Replay;

/// <summary>
/// What stands here for a value of the recording: ids, ETags and cursors, learned from answers, so that a later request of the same
/// folder means the same thing.
/// </summary>
internal sealed partial class Learned(string address)
{
    private const string RecordedAddress = "http://127.0.0.1:8080";

    private static readonly string[] LearnedMembers = ["id", "etag", "filename", "fileId", "token"];
    private static readonly string[] LearnedHeaders = ["ETag", "X-Notes-Chunk-Cursor", "OC-FileId"];

    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);

    /// <summary>Values of the recordings' placeholders.</summary>
    public Dictionary<string, string> Placeholders { get; } = new(StringComparer.Ordinal);

    public string Apply(string text) =>
        Word()
            .Replace(text, match => words.GetValueOrDefault(match.Value, match.Value))
            .Replace(RecordedAddress, address, StringComparison.Ordinal)
            .Replace(
                RecordedAddress.Replace("/", "\\/", StringComparison.Ordinal),
                address.Replace("/", "\\/", StringComparison.Ordinal),
                StringComparison.Ordinal
            );

    public void From(RecordedResponse recorded, Answer actual)
    {
        foreach (var name in LearnedHeaders)
        {
            Same(recorded.Header(name)?.Trim('"'), actual.Header(name)?.Trim('"'));
        }

        if (recorded.Html is not null)
        {
            FromPage(actual.Text);
        }
        else if (
            recorded.MediaType == "application/json"
            && recorded.BodyText.Length > 0
            && actual.Text is ['{' or '[', ..]
        )
        {
            using var before = recorded.Json();
            using var now = JsonDocument.Parse(actual.Text);
            FromJson(before.RootElement, now.RootElement);
        }
        else if (recorded.MediaType == "application/xml")
        {
            FromXml(FileId(), recorded.BodyText, actual.Text);
            FromXml(MadeName(), recorded.BodyText, actual.Text);
        }
    }

    private void FromXml(Regex id, string recorded, string actual)
    {
        foreach (var (one, other) in id.Matches(recorded).Zip(id.Matches(actual)))
        {
            Same(one.Groups["id"].Value, other.Groups["id"].Value);
        }
    }

    private void FromPage(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        if (page.QuerySelector("[data-requesttoken]")?.GetAttribute("data-requesttoken") is { Length: > 0 } token)
        {
            Placeholders["token"] = Uri.EscapeDataString(token);
        }

        if (page.QuerySelector("[name=stateToken]")?.GetAttribute("value") is { } state)
        {
            Placeholders["state-token"] = state;
        }
    }

    private void FromJson(JsonElement before, JsonElement now)
    {
        if (before.ValueKind != now.ValueKind)
        {
            return;
        }

        if (before.ValueKind == JsonValueKind.Array)
        {
            foreach (var (one, other) in before.EnumerateArray().Zip(now.EnumerateArray()))
            {
                FromJson(one, other);
            }
        }
        else if (before.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in before.EnumerateObject())
            {
                if (now.TryGetProperty(member.Name, out var other))
                {
                    FromMember(member, other);
                }
            }
        }
    }

    private void FromMember(JsonProperty member, JsonElement now)
    {
        var text = member.Value.ToString();
        if (text is ['{', '{', .. var name, '}', '}'])
        {
            Placeholders[name] = now.ToString();
        }
        else if (text.EndsWith("/{{login-token}}", StringComparison.Ordinal))
        {
            Placeholders["login-token"] = now.ToString().Split('/')[^1];
        }
        else if (LearnedMembers.Contains(member.Name))
        {
            Same(text, now.ToString());
        }
        else
        {
            FromJson(member.Value, now);
        }
    }

    public void Same(string? recorded, string? actual)
    {
        if (recorded is { Length: >= 3 } && actual is not null)
        {
            _ = words.TryAdd(recorded, actual);
        }
    }

    /// <summary>Ids, ETags (also quoted), chunk cursors, file names made of hex digits, UUIDs, tokens of conversations and of public links.</summary>
    [GeneratedRegex(
        @"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9]+-[0-9]+-[0-9]+\b|\b[0-9a-f]{3,32}(\.png)?\b|\b[0-9]{8}oc[0-9a-z]{10}\b|\b[a-z0-9]{8}\b|\b[a-zA-Z0-9]{15}\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Word();

    /// <summary>The name of an object that the server made, and the time in the name of a deleted file.</summary>
    [GeneratedRegex(
        @"<d:href>[^<]*(sabredav-(?<id>[0-9a-f-]{36})[^<]*|\.(?<id>d[0-9]{10}))</d:href>",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MadeName();

    [GeneratedRegex("<oc:fileid>(?<id>[0-9]+)</oc:fileid>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileId();
}
