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

    public static ClientRecordMetadata From(ClientMetadata metadata) =>
        new()
        {
            Name = metadata.Name,
            RedirectUris = [.. metadata.RedirectUris.Select(redirect => redirect.Value)],
            AuthenticationMethod = metadata.AuthenticationMethod,
            ApplicationType = metadata.ApplicationType,
        };

    public ClientMetadata ToMetadata() => new(Name, [.. Readable()], AuthenticationMethod, ApplicationType);

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
