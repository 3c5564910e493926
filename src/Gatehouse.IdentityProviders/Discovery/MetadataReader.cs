using System.Text.Json;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;

namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>Reads a metadata document and checks that it is the one of the configured issuer and leads nowhere unsafe.</summary>
internal sealed class MetadataReader(ConfiguredProvider provider)
{
    /// <summary>The metadata, or what is wrong with the document.</summary>
    /// <param name="document">A JSON object.</param>
    /// <param name="address">Where it was found.</param>
    /// <param name="last">The last good one; its issuer stays.</param>
    public ProviderResult<ProviderMetadata> Read(JsonElement document, string address, ProviderMetadata? last)
    {
        if (document.Text("issuer") is not { } issuer)
        {
            return ProviderFailure.Misconfigured(
                $"The metadata of {provider.Title} at {address} names no issuer.",
                "Look at what is at that address: it is no OpenID Connect or OAuth metadata."
            );
        }

        if (WrongIssuer(issuer, last) is { } foreign)
        {
            return foreign;
        }

        if (
            document.Text("authorization_endpoint") is not { } authorize
            || document.Text("token_endpoint") is not { } token
        )
        {
            return ProviderFailure.Misconfigured(
                $"The metadata of {provider.Title} at {address} names no authorization_endpoint or no token_endpoint.",
                "The provider does not offer the authorization code flow there: look at its settings, and whether the Issuer is the right one."
            );
        }

        var metadata = new ProviderMetadata
        {
            Issuer = issuer,
            AuthorizationEndpoint = authorize,
            TokenEndpoint = token,
            JwksUri = document.Text("jwks_uri"),
            UserInfoEndpoint = document.Text("userinfo_endpoint"),
            RevocationEndpoint = document.Text("revocation_endpoint"),
            IntrospectionEndpoint = document.Text("introspection_endpoint"),
            EndSessionEndpoint = document.Text("end_session_endpoint"),
            AccessTokenIssuer = document.Text("access_token_issuer"),
            TokenEndpointAuthMethods = document.Texts("token_endpoint_auth_methods_supported"),
            TokenEndpointAuthAlgorithms = document.Texts("token_endpoint_auth_signing_alg_values_supported"),
            Scopes = document.Texts("scopes_supported"),
            CodeChallengeMethods = document.Texts("code_challenge_methods_supported"),
            SendsIssuer = document.IsTrue("authorization_response_iss_parameter_supported"),
        };
        return Unsafe(metadata) ?? Incomplete(metadata, address) ?? (ProviderResult<ProviderMetadata>)metadata;
    }

    private ProviderFailure? WrongIssuer(string issuer, ProviderMetadata? last)
    {
        var said = SaidText.Of(issuer);
        if (!IssuerRules.MayBeNamedByMetadata(provider.Facts, provider.Issuer, issuer))
        {
            return ProviderFailure.Misconfigured(
                $"The metadata of {provider.Title} is that of another issuer: it says {said}, not {provider.Issuer}.",
                $"If that is your provider, write {said} as the Issuer of the provider {provider.Name}; if not, somebody else answers at its address."
            );
        }

        return last is not null && last.Issuer != issuer
            ? ProviderFailure.Misconfigured(
                $"The metadata of {provider.Title} changed its issuer from {last.Issuer} to {said}; it is not believed.",
                "If the provider really moved, restart this server."
            )
            : null;
    }

    private ProviderFailure? Unsafe(ProviderMetadata metadata)
    {
        string?[] addresses =
        [
            metadata.AuthorizationEndpoint,
            metadata.TokenEndpoint,
            metadata.JwksUri,
            metadata.UserInfoEndpoint,
            metadata.RevocationEndpoint,
            metadata.IntrospectionEndpoint,
            metadata.EndSessionEndpoint,
        ];
        return
            addresses.OfType<string>().FirstOrDefault(address => !EndpointRule.Accepts(provider.Issuer, address))
                is { } bad
            ? ProviderFailure.Misconfigured(
                $"The metadata of {provider.Title} names an endpoint that is not https: {SaidText.Of(bad)}.",
                "Give the provider its public https address in its own settings; behind a proxy it often believes that it is reached by http."
            )
            : null;
    }

    private ProviderFailure? Incomplete(ProviderMetadata metadata, string address) =>
        metadata.JwksUri is null && provider.Facts.Protocol == ProviderProtocol.OpenIdConnect
            ? ProviderFailure.Misconfigured(
                $"The metadata of {provider.Title} at {address} names no jwks_uri, so nothing it signs can be verified.",
                "Let the provider sign ID tokens with an asymmetric key, such as RS256 or ES256."
            )
            : null;
}
