using System.Text.Json;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>The examples of all tools, from <c>Contract/Examples/APP.json</c>: what the theories of this folder are held over.</summary>
internal static class ToolExamples
{
    private static readonly ILookup<string, ToolExample> all = Directory
        .GetFiles(RecordingFolder.InTests("Gatehouse.Nextcloud.Tools.Tests/Contract/Examples"), "*.json")
        .SelectMany(Read)
        .ToLookup(example => example.Tool);

    /// <summary>The names of the tools, for theories.</summary>
    public static TheoryData<string> Tools => [.. all.Select(tool => tool.Key).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<ToolExample> Of(string tool) => [.. all[tool]];

    private static List<ToolExample> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. json.RootElement.EnumerateArray().Select(ToolExample.Read)];
    }
}
