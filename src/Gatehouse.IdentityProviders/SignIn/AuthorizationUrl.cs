using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.OAuth;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>
/// RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID Connect Core 1.0 §3.1.2.1: where the browser is sent. PKCE with S256 always, whether the metadata says so or not.
/// The client's own <c>resource</c> never gets here: most providers do not know it, and Entra ID stops on it.
/// </summary>
internal static class AuthorizationUrl
{
    /// <summary>The address, and what must be remembered to believe the answer.</summary>
    public static SignInAttempt Begin(
        ConfiguredProvider provider,
        ProviderMetadata metadata,
        SignInRequest request,
        DateTimeOffset now
    )
    {
        var (state, nonce, verifier) = (CallbackState.New(request.Id), NewNonce(), CodeVerifier.New());
        var isOffline = provider.Upstream != UpstreamTokenKind.None && request.WantsCredential;
        List<KeyValuePair<string, string>> parameters =
        [
            new("response_type", "code"),
            new("client_id", provider.ClientId),
            new("redirect_uri", request.CallbackUrl),
            new("state", state),
            new("code_challenge", verifier.Challenge.Value),
            new("code_challenge_method", "S256"),
        ];
        if (provider.Facts.Protocol == ProviderProtocol.OpenIdConnect)
        {
            parameters.Add(new("nonce", nonce));
        }

        if (Scopes(provider, metadata, isOffline) is { Length: > 0 } scope)
        {
            parameters.Add(new("scope", scope));
        }

        parameters.AddRange(Extra(provider, request, isOffline));
        var link = Append(metadata.AuthorizationEndpoint, parameters);
        return new SignInAttempt(state, verifier.Reveal(), nonce, link, now);
    }

    /// <summary>The scopes of a request: those of every sign-in, and those that a rule or the upstream token needs.</summary>
    public static string Scopes(ConfiguredProvider provider, ProviderMetadata metadata, bool isOffline)
    {
        var scopes = provider.ScopeText(isOffline, metadata);
        var (facts, organizations) = (provider.Facts.Scopes, provider.Facts.Identity.Organizations);
        return provider.Allow.Organizations.Count == 0 || organizations is null || facts.HasNone
            ? scopes
            : string.Join(facts.Separator, scopes.Split(facts.Separator).Append(organizations.Scope).Distinct());
    }

    private static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static IEnumerable<KeyValuePair<string, string>> Extra(
        ConfiguredProvider provider,
        SignInRequest request,
        bool isOffline
    )
    {
        Dictionary<string, string> extra = new(StringComparer.Ordinal);
        if (request.LoginHint is { } hint)
        {
            extra["login_hint"] = hint;
        }

        foreach (
            var (name, value) in isOffline
                ? provider.OfflineParameters.Concat(provider.AuthorizeParameters)
                : provider.AuthorizeParameters
        )
        {
            extra[name] = value;
        }

        return extra.Where(parameter => !OwnParameters.Contains(parameter.Key));
    }

    // RFC 6749 §3.1: an endpoint may have a query of its own, and keeps it.
    private static string Append(string endpoint, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var url = new StringBuilder(endpoint);
        var separator = endpoint.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in parameters)
        {
            url.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return url.ToString();
    }
}
