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

        return DynamicClientId.Issue(metadata, key).Succeeded(out var issued, out var tooLong)
            ? Answer(issued.Client, issued.Secret, request)
            : tooLong;
    }

    private static ClientRegistrationResponse Answer(
        Client client,
        ClientSecret? secret,
        ClientRegistrationRequest request
    ) =>
        new()
        {
            ClientId = client.Id.Value,
            ClientSecret = secret?.Reveal(),
            ClientSecretExpiresAt = secret is null ? null : 0,
            ClientName = client.Metadata.Name,
            RedirectUris = [.. (request.RedirectUris ?? []).OfType<string>()],
            GrantTypes = ["authorization_code", "refresh_token"],
            ResponseTypes = ["code"],
            TokenEndpointAuthMethod = client.Metadata.AuthenticationMethod,
            ApplicationType = client.Metadata.ApplicationType,
        };
}
