using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>RFC 8414 §2: an issuer is an https address without query and fragment; http only on this computer.</summary>
internal static class IssuerOptionsRules
{
    private const string WellKnown = "/.well-known/";

    public static IEnumerable<string> Problems(string? issuer, IdentityProviderFacts? facts)
    {
        var example = facts?.Issuers is [var first, ..] ? first : "https://idp.example.com";
        if (string.IsNullOrWhiteSpace(issuer))
        {
            yield return $"Issuer is missing: the provider's address as its metadata writes it, such as {example}.";
            yield break;
        }

        if (issuer.AsSpan().ContainsAny('{', '}'))
        {
            yield return $"Issuer: '{issuer}' still has a name in braces; put your own in its place.";
            yield break;
        }

        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var uri) || issuer.Any(char.IsWhiteSpace))
        {
            yield return $"Issuer: '{issuer}' is not an address such as {example}.";
            yield break;
        }

        if (issuer.AsSpan().ContainsAny('?', '#') || uri.UserInfo.Length > 0)
        {
            // Not repeated: there may be a password in it.
            yield return "Issuer must have no query, no fragment, no user and no password.";
        }
        else if (uri.Scheme != Uri.UriSchemeHttps && !EndpointRule.IsLoopback(issuer))
        {
            yield return $"Issuer: '{issuer}' must be https; plain http is for loopback hosts only, secrets would cross the network in clear.";
        }
        else if (issuer.IndexOf(WellKnown, StringComparison.Ordinal) is > 0 and var end)
        {
            yield return $"Issuer: '{issuer}' is the address of the metadata; the issuer is what the document there names, perhaps {issuer[..end]}.";
        }
    }
}
