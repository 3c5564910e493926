namespace Gatehouse.OAuth.Registration;

/// <summary>RFC 7591 §3: a registration from its bytes to its answer. Nothing is stored.</summary>
internal sealed class ClientRegistrationRules(RedirectPolicy policy)
{
    private readonly ClientMetadataRule metadataRule = new(policy);

    public Result<ClientRegistrationResponse> Register(ReadOnlySpan<byte> utf8Json, MacKey key)
    {
        if (!ClientRegistrationRequest.Parse(utf8Json).Succeeded(out var request, out var malformed))
        {
            return malformed;
        }

        if (!metadataRule.Apply(request).Succeeded(out var metadata, out var refused))
        {
            return refused;
        }

        return DynamicClientId.Issue(metadata, key).Succeeded(out var client, out var tooLong)
            ? Answer(client, request)
            : tooLong;
    }

    private static ClientRegistrationResponse Answer(Client client, ClientRegistrationRequest request) =>
        new()
        {
            ClientId = client.Id.Value,
            ClientSecret = client.Secret?.Reveal(),
            ClientSecretExpiresAt = client.Secret is null ? null : 0,
            ClientName = client.Metadata.Name,
            RedirectUris = [.. (request.RedirectUris ?? []).OfType<string>()],
            GrantTypes = ["authorization_code", "refresh_token"],
            ResponseTypes = ["code"],
            TokenEndpointAuthMethod = client.Metadata.AuthenticationMethod,
            ApplicationType = client.Metadata.ApplicationType,
        };
}
