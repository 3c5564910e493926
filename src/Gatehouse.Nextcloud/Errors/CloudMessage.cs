using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Texts;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Errors;

/// <summary>
/// What a cloud said about an error, whichever of its four forms it used: OCS JSON, an app's JSON, WebDAV XML, or a page.
/// </summary>
/// <param name="Exception">The name of Nextcloud's exception, or empty.</param>
/// <param name="Text">The message, or empty.</param>
/// <param name="IsPage">The answer is a page or empty, so nothing of an API spoke.</param>
internal sealed record CloudMessage(string Exception, string Text, bool IsPage)
{
    private const int MaxLength = 300;
    private static readonly string[] texts = ["message", "error", "msg"];
    private static readonly XNamespace sabre = "http://sabredav.org/ns";
    private static readonly XNamespace hint = "o:";

    public static CloudMessage Of(CloudAnswer answer)
    {
        try
        {
            return answer.MediaType switch
            {
                "application/json" => OfJson(answer.Body),
                "application/xml" or "text/xml" => OfXml(answer.Body),
                _ => new("", "", IsPage: true),
            };
        }
        // The last: half of a surrogate pair, which no text can hold.
        catch (Exception exception) when (exception is JsonException or XmlException or InvalidOperationException)
        {
            return new(
                "",
                answer.MediaType.EndsWith("xml", StringComparison.Ordinal) ? Short(answer.Text) : "",
                IsPage: false
            );
        }
    }

    private static CloudMessage OfJson(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        if (
            root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("ocs", out var ocs)
            && ocs.TryGetProperty("meta", out var meta)
        )
            return new("", Short(OfOcs(meta, ocs)), IsPage: false);

        // JSend, which Mail speaks.
        if (
            Member(root, "status") == "fail"
            && root.TryGetProperty("data", out var data)
            && data.ValueKind == JsonValueKind.Object
        )
            root = data;

        return new(Member(root, "errorType"), Short(TextOf(root)), IsPage: false);
    }

    /// <summary>Most apps say <c>message</c> or <c>error</c>; Cookbook says <c>msg</c>, or answers a bare text.</summary>
    private static string TextOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.String
            ? root.GetString()!
            : texts.Select(name => Member(root, name)).FirstOrDefault(t => t.Length > 0) ?? "";

    /// <summary>Where the envelope has no words, apps put some into the data: a text, or a member that names what was wrong.</summary>
    private static string OfOcs(JsonElement meta, JsonElement ocs)
    {
        var message = Member(meta, "message");
        if (message.Length > 0 || !ocs.TryGetProperty("data", out var data))
            return message;
        if (data.ValueKind == JsonValueKind.String)
            return data.GetString()!;
        return Member(data, "message") is { Length: > 0 } said ? said
            : Member(data, "error") is { Length: > 0 } wrong ? $"'{wrong}' is not accepted."
            : "";
    }

    private static CloudMessage OfXml(byte[] body)
    {
        var root = DavXml.Root(body);
        var text = root.Element(sabre + "message")?.Text;
        return new(
            root.Element(sabre + "exception")?.Text ?? "",
            Short(string.IsNullOrEmpty(text) ? root.Element(hint + "hint")?.Text ?? "" : text),
            IsPage: false
        );
    }

    private static string Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static string Short(string text)
    {
        // News sends its database query along, which helps nobody and names tables.
        var query = text.IndexOf(" when executing: query", StringComparison.Ordinal);
        var line = string.Join(
            ' ',
            (query < 0 ? text : text[..query]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return Beginning.Of(line, MaxLength, " …");
    }
}
