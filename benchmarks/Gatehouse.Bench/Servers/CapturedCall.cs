using System.Text.Json;

namespace Gatehouse.Bench.Servers;

/// <summary>What a call of a tool was made of: the request it sent to the cloud, and what it answered.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Request">Its one request.</param>
/// <param name="Result">The <c>result</c> of the JSON-RPC answer.</param>
internal sealed record CapturedCall(string Tool, CapturedRequest Request, JsonElement Result)
{
    private const string File = "calls.json";

    /// <summary>Keeps calls for the servers that do parts of them again.</summary>
    public static Task WriteAsync(string folder, IReadOnlyList<CapturedCall> calls) =>
        System.IO.File.WriteAllTextAsync(Path.Combine(folder, File), JsonSerializer.Serialize(calls));

    public static IReadOnlyList<CapturedCall> Read(string folder) =>
        JsonSerializer.Deserialize<List<CapturedCall>>(System.IO.File.ReadAllText(Path.Combine(folder, File)))!;
}
