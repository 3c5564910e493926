using System.Net;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>RFC 6749 §2.3.1, RFC 7523 §3.</summary>
internal static class ClientAuthentication
{
    private const string Basic = "Basic ";
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>The client that proved who it is; null with the provider's words otherwise.</summary>
    public static ProviderClient? Find(ProviderCall call, out ErrorWords? problem)
    {
        var errors = call.Quirks.Errors;
        problem = errors.BadClient;
        var methods = call.Quirks.ClientAuthentication;
        if (call["client_assertion"] is not null && methods.Contains("private_key_jwt"))
        {
            return call.AssertedClient;
        }

        var (id, secret) = Credentials(call, methods);
        if (secret is null)
        {
            problem = errors.NoClientProof ?? errors.BadClient;
            return null;
        }

        return
            id is not null
            && call.Engine.Clients.TryGetValue(id, out var client)
            && client.Secret == secret
            && !client.IsExpired
            ? client
            : null;
    }

    private static (string? Id, string? Secret) Credentials(ProviderCall call, IReadOnlyList<string> methods)
    {
        var header = call.Request.Header("Authorization");
        if (header?.StartsWith(Basic, StringComparison.Ordinal) == true && methods.Contains("client_secret_basic"))
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(header[Basic.Length..])).Split(':', 2);

            // RFC 6749 §2.3.1: both are form-encoded before they are joined.
            return (WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[^1]));
        }

        return methods.Contains("client_secret_post") ? (call["client_id"], call["client_secret"]) : (null, null);
    }

    /// <summary>The client whose key signed the assertion of a request; null when there is none, or it is wrong.</summary>
    public static async Task<ProviderClient?> AssertedAsync(ProviderCall call)
    {
        var engine = call.Engine;
        if (
            call["client_assertion"] is not { } assertion
            || call["client_assertion_type"] != AssertionType
            || !engine.SpendAssertion(assertion)
        )
        {
            return null;
        }

        var parameters = new TokenValidationParameters
        {
            IssuerSigningKeys = engine.ClientKeys,
            TryAllIssuerSigningKeys = true,
            ValidAlgorithms = ["RS256", "ES256", "PS256"],
            ValidAudiences = [engine.Issuer, engine.EndpointHost + call.Request.Path],
            ValidIssuers = engine.Clients.Keys,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (_, expires, _, _) =>
                expires is { } end && new DateTimeOffset(end, TimeSpan.Zero).ToUnixTimeSeconds() > engine.Now,
        };
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, parameters);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token || token.Subject != token.Issuer)
        {
            return null;
        }

        var wants = call.Quirks.AssertionHeader;
        return wants is null || token.TryGetHeaderValue<string>(wants, out _)
            ? engine.Clients.GetValueOrDefault(token.Subject)
            : null;
    }
}
