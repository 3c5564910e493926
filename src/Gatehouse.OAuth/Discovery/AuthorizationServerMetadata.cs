using System.Text.Json.Serialization;
using Gatehouse.OAuth.Device;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.OAuth.Discovery;

/// <summary>
/// RFC 8414 §2, and the members OpenID Connect Discovery §3 requires, since one document answers at both addresses.
/// It lists exactly what clients should ask for: several ask for all of it.
/// </summary>
internal sealed record AuthorizationServerMetadata
{
    [JsonPropertyName("issuer")]
    public required string Issuer { get; init; }

    [JsonPropertyName("authorization_endpoint")]
    public required string AuthorizationEndpoint { get; init; }

    [JsonPropertyName("token_endpoint")]
    public required string TokenEndpoint { get; init; }

    [JsonPropertyName("revocation_endpoint")]
    public required string RevocationEndpoint { get; init; }

    /// <summary>Absent when dynamic registration is switched off.</summary>
    [JsonPropertyName("registration_endpoint")]
    public string? RegistrationEndpoint { get; init; }

    /// <summary>RFC 8628 §4; absent when the grant is switched off.</summary>
    [JsonPropertyName("device_authorization_endpoint")]
    public string? DeviceAuthorizationEndpoint { get; init; }

    [JsonPropertyName("jwks_uri")]
    public required string JwksUri { get; init; }

    [JsonPropertyName("scopes_supported")]
    public required IReadOnlyList<string> ScopesSupported { get; init; }

    [JsonPropertyName("response_types_supported")]
    public IReadOnlyList<string> ResponseTypesSupported { get; } = ["code"];

    [JsonPropertyName("response_modes_supported")]
    public IReadOnlyList<string> ResponseModesSupported { get; } = ["query"];

    [JsonPropertyName("grant_types_supported")]
    public required IReadOnlyList<string> GrantTypesSupported { get; init; }

    [JsonPropertyName("token_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> TokenEndpointAuthMethodsSupported { get; init; } =
        ClientAuthenticationMethod.Supported;

    /// <summary>RFC 8414 §2: required beside <c>private_key_jwt</c>.</summary>
    [JsonPropertyName("token_endpoint_auth_signing_alg_values_supported")]
    public IReadOnlyList<string>? TokenEndpointAuthSigningAlgValuesSupported { get; init; }

    [JsonPropertyName("revocation_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> RevocationEndpointAuthMethodsSupported { get; init; } =
        ClientAuthenticationMethod.Supported;

    /// <summary>RFC 8414 §2: required beside <c>private_key_jwt</c>.</summary>
    [JsonPropertyName("revocation_endpoint_auth_signing_alg_values_supported")]
    public IReadOnlyList<string>? RevocationEndpointAuthSigningAlgValuesSupported { get; init; }

    /// <summary>draft-ietf-oauth-client-id-metadata-document §5; absent when documents are not fetched: a client that reads it here uses nothing else.</summary>
    [JsonPropertyName("client_id_metadata_document_supported")]
    public bool? ClientIdMetadataDocumentSupported { get; init; }

    [JsonPropertyName("code_challenge_methods_supported")]
    public IReadOnlyList<string> CodeChallengeMethodsSupported { get; } = ["S256"];

    /// <summary>RFC 9207 §3.</summary>
    [JsonPropertyName("authorization_response_iss_parameter_supported")]
    public bool AuthorizationResponseIssParameterSupported { get; } = true;

    /// <summary>OpenID Connect Discovery §3, required there; no ID token is ever issued.</summary>
    [JsonPropertyName("subject_types_supported")]
    public IReadOnlyList<string> SubjectTypesSupported { get; } = ["public"];

    /// <summary>OpenID Connect Discovery §3, required there; no ID token is ever issued.</summary>
    [JsonPropertyName("id_token_signing_alg_values_supported")]
    public IReadOnlyList<string> IdTokenSigningAlgValuesSupported { get; } = ["ES256"];

    /// <summary>The same where metadata documents are fetched, with the signatures of those clients.</summary>
    public AuthorizationServerMetadata WithDocuments()
    {
        IReadOnlyList<string> methods =
        [
            .. ClientAuthenticationMethod.Supported,
            ClientAuthenticationMethod.PrivateKeyJwt,
        ];
        return this with
        {
            ClientIdMetadataDocumentSupported = true,
            TokenEndpointAuthMethodsSupported = methods,
            TokenEndpointAuthSigningAlgValuesSupported = ClientAssertion.Algorithms,
            RevocationEndpointAuthMethodsSupported = methods,
            RevocationEndpointAuthSigningAlgValuesSupported = ClientAssertion.Algorithms,
        };
    }

    public static AuthorizationServerMetadata Of(
        Issuer issuer,
        ScopeCatalog scopes,
        bool dynamicRegistration,
        bool deviceAuthorization
    ) =>
        new()
        {
            Issuer = issuer.Value,
            AuthorizationEndpoint = issuer.At(EndpointPaths.Authorize),
            TokenEndpoint = issuer.At(EndpointPaths.Token),
            RevocationEndpoint = issuer.At(EndpointPaths.Revoke),
            RegistrationEndpoint = dynamicRegistration ? issuer.At(EndpointPaths.Register) : null,
            DeviceAuthorizationEndpoint = deviceAuthorization ? issuer.At(EndpointPaths.DeviceAuthorization) : null,
            GrantTypesSupported =
            [
                "authorization_code",
                "refresh_token",
                .. deviceAuthorization ? [DeviceCode.GrantType] : Array.Empty<string>(),
            ],
            JwksUri = issuer.At(EndpointPaths.Jwks),
            ScopesSupported = [.. scopes.Names.Select(scope => scope.Value), ScopeCatalog.OfflineAccess.Value],
        };
}
