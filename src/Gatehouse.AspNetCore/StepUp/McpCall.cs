using System.Text.Json;
using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.StepUp;

/// <summary>What a request calls, read from its body before the transport reads it.</summary>
/// <param name="Method">The JSON-RPC method.</param>
/// <param name="Name">The tool or prompt, or the address of the resource.</param>
internal sealed record McpCall(string Method, string Name)
{
    // A call with a longer body goes on unread, and its tool answers by itself.
    private const int MaximumBody = 64 * 1024;

    /// <summary>Null for everything that is not a single call of something that has a name. The body can be read again.</summary>
    public static async Task<McpCall?> ReadAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || request.ContentLength is not (> 0 and <= MaximumBody))
        {
            return null;
        }

        var body = await BoundedBody.ReadAsync(request, MaximumBody) ?? [];
        request.Body = new MemoryStream(body);
        return Parse(body);
    }

    internal static McpCall? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return
                Text(document.RootElement, "method") is { } method
                && document.RootElement.TryGetProperty("params", out var parameters)
                && Text(parameters, method == "resources/read" ? "uri" : "name") is { } name
                ? new McpCall(method, name)
                : null;
        }
        // The second: half of a surrogate pair, which no text can hold.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var member)
        && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
