using System.Text.Json.Serialization;

namespace Gatehouse.Interop.Tests.Compatibility;

[JsonSourceGenerationOptions(
    WriteIndented = true,
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(IReadOnlyList<MatrixRow>))]
[JsonSerializable(typeof(IReadOnlyList<ProviderRun>))]
internal sealed partial class MatrixJson : JsonSerializerContext;
