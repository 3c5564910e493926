using System.Text.Json.Serialization;

namespace Gatehouse.OAuth.Discovery;

/// <summary>RFC 9728 §2. <c>offline_access</c> stays out of it: it is no scope of the resource.</summary>
internal sealed record ProtectedResourceMetadata
{
    [JsonPropertyName("resource")]
    public required string Resource { get; init; }

    [JsonPropertyName("authorization_servers")]
    public required IReadOnlyList<string> AuthorizationServers { get; init; }

    [JsonPropertyName("scopes_supported")]
    public required IReadOnlyList<string> ScopesSupported { get; init; }

    [JsonPropertyName("bearer_methods_supported")]
    public IReadOnlyList<string> BearerMethodsSupported { get; } = ["header"];

    [JsonPropertyName("resource_name")]
    public string? ResourceName { get; init; }

    public static ProtectedResourceMetadata Of(ResourceUri resource, ScopeCatalog scopes, string? name) =>
        new()
        {
            Resource = resource.Value,
            AuthorizationServers = [resource.Origin.Value],
            ScopesSupported = [.. scopes.Names.Select(scope => scope.Value)],
            ResourceName = name,
        };
}
