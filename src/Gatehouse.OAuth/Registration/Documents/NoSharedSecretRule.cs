namespace Gatehouse.OAuth.Registration.Documents;

/// <summary>draft-ietf-oauth-client-id-metadata-document §4.1: what everybody can read holds no secret, and no method that needs one.</summary>
internal static class NoSharedSecretRule
{
    public static OAuthError? Refuses(ClientMetadataDocument document) =>
        document.ClientSecret is not null || document.ClientSecretExpiresAt is not null
            ? DocumentError.Of("it holds a client secret, which everybody can read there")
        : document.TokenEndpointAuthMethod
            is null
                or ClientAuthenticationMethod.None
                or ClientAuthenticationMethod.PrivateKeyJwt
            ? null
        : DocumentError.Of("token_endpoint_auth_method must be none or private_key_jwt");
}
