using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>The matrix as it is committed: <c>docs/compatibility.json</c>, and <c>docs/compatibility.md</c> made of it.</summary>
internal static class MatrixFile
{
    // Written for readers: no escapes for quotes and arrows.
    private static readonly JsonTypeInfo<IReadOnlyList<MatrixRow>> rows = new MatrixJson(
        new JsonSerializerOptions(MatrixJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    ).IReadOnlyListMatrixRow;

    public static string DataPath { get; } = Path.Combine(ClientFolder.Root(), "docs", "compatibility.json");

    public static string PagePath { get; } = Path.Combine(ClientFolder.Root(), "docs", "compatibility.md");

    /// <summary>The committed rows; none before the first run that wrote them.</summary>
    public static IReadOnlyList<MatrixRow> Read() =>
        File.Exists(DataPath) ? JsonSerializer.Deserialize(File.ReadAllText(DataPath), rows) ?? [] : [];

    public static void Write(IEnumerable<MatrixRow> written)
    {
        IReadOnlyList<MatrixRow> sorted =
        [
            .. written
                .OrderBy(row => row.Client.Kind)
                .ThenBy(row => row.Client.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(row => NaturalOrder.Of(row.Client.Version), StringComparer.Ordinal),
        ];
        File.WriteAllText(DataPath, JsonSerializer.Serialize(sorted, rows) + "\n");
        File.WriteAllText(PagePath, MatrixPage.Render(sorted, ProviderFile.Read()));
    }
}
