using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Known;

namespace Gatehouse.IdentityProviders;

/// <summary>The registry of providers known by name.</summary>
public static class KnownProviders
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IdentityProviderFacts> All { get; } =
    [
        Entra.Facts,
        Okta.Facts,
        OktaOrg.Facts,
        Auth0.Facts,
        Cognito.Facts,
        Keycloak.Facts,
        Google.Facts,
        GitHub.Facts,
        GitHubApp.Facts,
        GitLab.Facts,
        Authentik.Facts,
        Zitadel.Facts,
        Dex.Facts,
        PingFederate.Facts,
        PingOne.Facts,
        AdFs.Facts,
        WorkOs.Facts,
        Descope.Facts,
        NextcloudOAuth2.Facts,
        NextcloudOidc.Facts,
        NextcloudLoginFlow.Facts,
        GenericOpenIdConnect.Facts,
    ];

    /// <summary>The one of this slug; null when there is none.</summary>
    public static IdentityProviderFacts? Find(string slug) => All.FirstOrDefault(provider => provider.Slug == slug);

    /// <summary>The one whose issuers look like this, by the template that says the most; null when none does, and then it is plain OpenID Connect.</summary>
    public static IdentityProviderFacts? Recognise(string issuer)
    {
        // Plain http is only ever this computer: somebody trying out a provider they host themselves.
        var address =
            Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback
                ? $"https{issuer[Uri.UriSchemeHttp.Length..]}"
                : issuer;
        var matches =
            from provider in All
            from template in provider.Issuers
            where Template.Match(template, address) is not null
            orderby Said(template) descending
            select provider;
        return matches.FirstOrDefault();
    }

    private static int Said(string template) => template.Length - Template.Names(template).Sum(name => name.Length + 2);
}
