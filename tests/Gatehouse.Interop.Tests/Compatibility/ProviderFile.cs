using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>The table of identity providers as it is committed: <c>docs/compatibility-providers.json</c>, and its part of <c>docs/compatibility.md</c>.</summary>
internal static class ProviderFile
{
    private static readonly JsonTypeInfo<IReadOnlyList<ProviderRun>> runs = new MatrixJson(
        new JsonSerializerOptions(MatrixJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    ).IReadOnlyListProviderRun;

    public static string DataPath { get; } = Path.Combine(ClientFolder.Root(), "docs", "compatibility-providers.json");

    /// <summary>The committed runs; none before the first run that wrote them.</summary>
    public static IReadOnlyList<ProviderRun> Read() =>
        File.Exists(DataPath) ? JsonSerializer.Deserialize(File.ReadAllText(DataPath), runs) ?? [] : [];

    public static void Write(IEnumerable<ProviderRun> written)
    {
        IReadOnlyList<ProviderRun> sorted =
        [
            .. written
                .OrderBy(run => run.Provider.Kind)
                .ThenBy(run => run.Provider.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(run => run.Client, StringComparer.OrdinalIgnoreCase),
        ];
        File.WriteAllText(DataPath, JsonSerializer.Serialize(sorted, runs) + "\n");
    }
}
