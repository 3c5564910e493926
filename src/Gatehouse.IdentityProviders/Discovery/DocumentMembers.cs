using System.Text.Json;
using System.Text.Unicode;

namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>JSON of strangers. What is there twice would be read by us one way and by somebody else the other, and what is no Unicode is no text.</summary>
internal static class DocumentMembers
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Reads an object, or a list where that is as good; null when it is none. Dispose it.</summary>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> body, bool orList = false)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
        {
            body = body["\uFEFF"u8.Length..];
        }

        // The parser leaves texts as they are until somebody reads them.
        if (!Utf8.IsValid(body.Span))
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(body, Options);
            if (
                document.RootElement.ValueKind is JsonValueKind.Object
                || (orList && document.RootElement.ValueKind is JsonValueKind.Array)
            )
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        // The second for names that are escapes of no Unicode.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads the same, to keep.</summary>
    public static JsonElement? Read(ReadOnlyMemory<byte> body, bool orList = false)
    {
        using var document = TryParse(body, orList);
        return document?.RootElement.Clone();
    }

    /// <summary>A string; null when there is none, or it is empty.</summary>
    public static string? Text(this JsonElement owner, string name)
    {
        if (!owner.TryGetProperty(name, out var member) || member.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return TextOf(member) is { Length: > 0 } text ? text : null;
    }

    /// <summary>A list of strings; null when there is none. What is no string in it is left out.</summary>
    public static IReadOnlyList<string>? Texts(this JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array
            ?
            [
                .. member
                    .EnumerateArray()
                    .Where(item => item.ValueKind == JsonValueKind.String)
                    .Select(TextOf)
                    .OfType<string>(),
            ]
            : null;

    /// <summary>True only for <c>true</c>.</summary>
    public static bool IsTrue(this JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.True;

    /// <summary>The text of a string; null when it is no Unicode.</summary>
    public static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
