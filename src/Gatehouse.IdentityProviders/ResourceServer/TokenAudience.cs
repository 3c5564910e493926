using System.Text.Json;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>
/// RFC 9068 §4, RFC 8707 §3: a token is for this server only where it says so: in <c>aud</c>, or, of a provider that does not write one, in claims that
/// stand for it. What the provider gave to another application must not open this one.
/// </summary>
internal sealed class TokenAudience
{
    private readonly HashSet<string> audiences;
    private readonly IReadOnlyList<KeyValuePair<string, string[]>> required;

    /// <summary>The audiences of the operator and of the facts, and the address of the resource itself.</summary>
    public TokenAudience(ConfiguredProvider provider, ResourceServerOptions options, string resource)
    {
        var facts = provider.Facts.AccessTokens;
        audiences =
        [
            resource,
            .. options.Audiences,
            .. facts.Audiences.Select(provider.Resolve).OfType<string>().Where(audience => audience.Length > 0),
        ];
        required = [.. facts.Required.Select(pair => KeyValuePair.Create(pair.Key, Values(pair.Value)))];

        // The claim that names the client proves for whom the token is only as far as each client is this server's own.
        string[] Values(string template) =>
            template == "{clientId}" && options.Clients.Count > 0
                ? [.. options.Clients]
                : [.. new[] { provider.Resolve(template) }.OfType<string>()];
    }

    /// <summary>What is accepted, in words for the operator.</summary>
    public string Accepted =>
        string.Join(
            ", or ",
            audiences
                .Select(audience => $"aud = {audience}")
                .Append(
                    string.Join(" and ", required.Select(pair => $"{pair.Key} = {string.Join(" or ", pair.Value)}"))
                )
                .Where(text => text.Length > 0)
        );

    /// <summary>Why it is for somebody else, for the log; null when it is for this server.</summary>
    public string? Refuses(Claims claims)
    {
        foreach (var (claim, values) in required)
        {
            if (!values.Contains(claims.Text(claim)))
            {
                return $"its claim {claim} has another value than {string.Join(" or ", values)}";
            }
        }

        if (Claims.Find(claims.Sources[0], "aud") is { ValueKind: not JsonValueKind.Null } audience)
        {
            return
                audience.ValueKind is JsonValueKind.String or JsonValueKind.Array
                && claims.Values("aud").Any(audiences.Contains)
                ? null
                : "it is for another resource (aud)";
        }

        return required.Count > 0 ? null : "it does not say for which resource it is (no aud)";
    }
}
