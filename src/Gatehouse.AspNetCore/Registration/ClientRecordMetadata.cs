using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.AspNetCore.Registration;

/// <summary>The metadata of an approved client as it is stored.</summary>
internal sealed record ClientRecordMetadata
{
    public string? Name { get; init; }

    public required IReadOnlyList<string> RedirectUris { get; init; }

    public required string AuthenticationMethod { get; init; }

    public required string ApplicationType { get; init; }

    /// <summary>Of a client that signs: its keys by value, or where they are published, and its only algorithm.</summary>
    public string? Jwks { get; init; }

    public string? JwksUri { get; init; }

    public string? SigningAlgorithm { get; init; }

    public static ClientRecordMetadata From(ClientMetadata metadata) =>
        new()
        {
            Name = metadata.Name,
            RedirectUris = [.. metadata.RedirectUris.Select(redirect => redirect.Value)],
            AuthenticationMethod = metadata.AuthenticationMethod,
            ApplicationType = metadata.ApplicationType,
            Jwks = metadata.Keys?.Jwks,
            JwksUri = metadata.Keys?.JwksUri,
            SigningAlgorithm = metadata.Keys?.Algorithm,
        };

    public ClientMetadata ToMetadata() =>
        new(Name, [.. Readable()], AuthenticationMethod, ApplicationType)
        {
            Keys = Jwks is null && JwksUri is null ? null : new ClientKeys(Jwks, JwksUri, SigningAlgorithm),
        };

    // What an older version took and today's rules do not is no address of the client any more.
    private IEnumerable<RedirectUri> Readable()
    {
        foreach (var text in RedirectUris)
        {
            if (RedirectUri.Parse(text).Succeeded(out var redirect, out _))
            {
                yield return redirect;
            }
        }
    }
}
