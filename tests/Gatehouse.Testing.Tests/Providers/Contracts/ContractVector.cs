using System.Text.Json.Nodes;

namespace Gatehouse.Testing.Tests.Providers.Contracts;

/// <summary>One request and its answer, as a provider's documents, source or users have it.</summary>
/// <param name="Provider">The provider, as the file calls it.</param>
/// <param name="Name">What it shows.</param>
/// <param name="Request">What is sent: method, path, query, form, headers.</param>
/// <param name="When">What of it matters; null for what must be missing.</param>
/// <param name="Then">What is answered: status, json, text, html, urlencoded, redirect, headers.</param>
internal sealed record ContractVector(
    string Provider,
    string Name,
    JsonObject Request,
    JsonObject When,
    JsonObject Then
)
{
    /// <summary>Every vector, in the order of the file.</summary>
    public static IReadOnlyList<ContractVector> All { get; } = Read();

    public string Key => $"{Provider}: {Name}";

    private static List<ContractVector> Read()
    {
        using var file = typeof(ContractVector).Assembly.GetManifestResourceStream("contracts.json")!;
        var vectors =
            from provider in JsonNode.Parse(file)!.AsObject()
            where provider.Value is JsonArray
            from vector in provider.Value!.AsArray()
            select new ContractVector(
                provider.Key,
                (string)vector["name"]!,
                vector["req"]!.AsObject(),
                vector["when"]!.AsObject(),
                vector["then"]!.AsObject()
            );
        return [.. vectors];
    }
}
