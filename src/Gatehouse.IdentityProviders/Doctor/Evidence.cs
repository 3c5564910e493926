using System.Text.Json;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>What was fetched of a provider; the checks look at nothing else.</summary>
internal sealed record Evidence
{
    public required DoctorRequest Request { get; init; }

    public required IdentityProviderFacts Facts { get; init; }

    /// <summary>Every address that was looked at for metadata, in order; the last one is where it was found, if it was.</summary>
    public required IReadOnlyList<Look> Looks { get; init; }

    /// <summary>The metadata; null when none was found, or there is none to find.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>The keys; null when the metadata names no address for them.</summary>
    public Look? Keys { get; init; }

    /// <summary>The registration endpoint, asked without a token; null when the metadata names none.</summary>
    public Look? Registration { get; init; }

    /// <summary>The API that says who a person is, asked without a token; null where there is metadata, or only a setting says where it is.</summary>
    public Look? Account { get; init; }

    /// <summary>The issuer that the metadata names.</summary>
    public string? NamedIssuer => Text("issuer");

    /// <summary>A string of the metadata.</summary>
    public string? Text(string name) =>
        Metadata is { } metadata
        && metadata.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? DocumentMembers.TextOf(value)
            : null;

    /// <summary>A list of strings of the metadata; null when it does not say.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        Metadata is { } metadata
        && metadata.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array
            ?
            [
                .. value
                    .EnumerateArray()
                    .Where(item => item.ValueKind == JsonValueKind.String)
                    .Select(DocumentMembers.TextOf)
                    .OfType<string>(),
            ]
            : null;
}
