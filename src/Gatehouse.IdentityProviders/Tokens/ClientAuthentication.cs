using System.Net.Http.Headers;
using System.Text;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Hosting;

namespace Gatehouse.IdentityProviders.Tokens;

/// <summary>RFC 6749 §2.3: puts the proof that this server is the client into a request, in a way the provider says it takes.</summary>
internal sealed class ClientAuthentication(ConfiguredProvider provider, TimeProvider time)
{
    /// <summary>Adds to the form or to the headers what proves the client.</summary>
    /// <returns>Why that cannot be done; null when it is done.</returns>
    public ProviderFailure? Add(
        HttpRequestHeaders headers,
        Dictionary<string, string> form,
        ProviderMetadata metadata
    ) =>
        provider.Credential switch
        {
            ClientCredential.Key { Value: var key } => AddAssertion(form, key, metadata),
            ClientCredential.Secret { Value: var secret } => AddSecret(headers, form, secret, metadata),
            _ => AddId(form),
        };

    /// <summary>The header of HTTP Basic, each half form-encoded as RFC 6749 §2.3.1 says.</summary>
    public static AuthenticationHeaderValue Basic(string clientId, ProviderSecret secret) =>
        new(
            "Basic",
            Convert.ToBase64String(Encoding.ASCII.GetBytes($"{FormEncoded(clientId)}:{FormEncoded(secret.Reveal())}"))
        );

    private ProviderFailure? AddId(Dictionary<string, string> form)
    {
        form["client_id"] = provider.ClientId;
        return null;
    }

    private ProviderFailure? AddSecret(
        HttpRequestHeaders headers,
        Dictionary<string, string> form,
        ProviderSecret secret,
        ProviderMetadata metadata
    )
    {
        // In the body when the provider says so: the encoding of the header is what many get wrong. RFC 8414 §2: who says nothing means the header; but who
        // publishes no metadata at all (GitHub, Nextcloud) documents the body.
        var methods = metadata.TokenEndpointAuthMethods;
        if (provider.Facts.Endpoints is not null || methods?.Contains("client_secret_post") == true)
        {
            form["client_id"] = provider.ClientId;
            form["client_secret"] = secret.Reveal();
            return null;
        }

        if (methods is null or [] || methods.Contains("client_secret_basic"))
        {
            headers.Authorization = Basic(provider.ClientId, secret);
            return null;
        }

        return ProviderFailure.Misconfigured(
            $"{provider.Title} takes no client secrets; it takes {SaidText.Of(string.Join(", ", methods))}.",
            $"Give the provider {provider.Name} a ClientKeyFile (private_key_jwt) in place of the secret, or allow client_secret_post there."
        );
    }

    private ProviderFailure? AddAssertion(Dictionary<string, string> form, ClientKey key, ProviderMetadata metadata)
    {
        if (key.Credentials(metadata.TokenEndpointAuthAlgorithms) is not { } credentials)
        {
            return ProviderFailure.Misconfigured(
                $"{provider.Title} knows no algorithm the client's key can sign with; it knows {SaidText.Of(string.Join(", ", metadata.TokenEndpointAuthAlgorithms ?? []))}.",
                $"Give the provider {provider.Name} a key of another kind (RSA, or EC of another curve)."
            );
        }

        form["client_id"] = provider.ClientId;
        form["client_assertion_type"] = ClientAssertionSigner.AssertionType;
        form["client_assertion"] = ClientAssertionSigner.Sign(
            key,
            credentials,
            provider.ClientId,
            metadata.TokenEndpoint,
            time
        );
        return null;
    }

    private static string FormEncoded(string text) => System.Net.WebUtility.UrlEncode(text);
}
