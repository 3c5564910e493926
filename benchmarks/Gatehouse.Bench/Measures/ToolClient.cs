using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>Calls tools as a person.</summary>
internal sealed class ToolClient(HttpClient http)
{
    /// <summary>What a call answers, the <c>result</c> of JSON-RPC.</summary>
    /// <exception cref="InvalidOperationException">The tool failed.</exception>
    public async Task<JsonElement> CallAsync(string person, ToolCall call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, PlainEndpoint.Path)
        {
            Content = new StringContent(call.Message, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Add(BenchCloud.PersonHeader, person);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync();
        if (text.Contains("\"isError\":true", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{call.Tool}: {text}");
        }

        // Around it is the frame of an event.
        using var message = JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..]);
        return message.RootElement.GetProperty("result").Clone();
    }

    /// <summary>The call with what it needs in its arguments.</summary>
    public async Task<ToolCall> ResolveAsync(string person, ToolCall call)
    {
        if (call.List is not { } list)
        {
            return call;
        }

        var answer = await CallAsync(person, await ResolveAsync(person, list));
        var first = First(answer.GetProperty("structuredContent"), call.Member);
        return call with
        {
            Arguments = call.Arguments.Replace(
                "{first}",
                first ?? throw new InvalidOperationException($"{list.Tool} lists nothing that {call.Tool} could read."),
                StringComparison.Ordinal
            ),
            List = null,
        };
    }

    private static string? First(JsonElement element, string member) =>
        element.ValueKind switch
        {
            JsonValueKind.Object when element.TryGetProperty(member, out var found) => found.GetRawText(),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Select(one => First(one.Value, member))
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Array => element
                .EnumerateArray()
                .Select(one => First(one, member))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };
}
