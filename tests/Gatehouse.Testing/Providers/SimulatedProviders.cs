using Gatehouse.Testing.Providers.Quirks;

namespace Gatehouse.Testing.Providers;

/// <summary>All providers that are simulated here. The preset <c>nextcloud</c> (Login Flow v2) is the demo cloud.</summary>
public static class SimulatedProviders
{
    /// <summary>One for each preset, as most people meet it.</summary>
    public static IReadOnlyList<ProviderQuirks> All { get; } =
    [
        AdFsProvider.Today,
        Auth0Provider.Today,
        AuthentikProvider.Today,
        CognitoProvider.Today,
        DescopeProvider.Today,
        DexProvider.Today,
        EntraProvider.Today,
        GenericProvider.Plain,
        GitHubProvider.Today,
        GitHubAppProvider.Today,
        GitLabProvider.Today,
        GoogleProvider.Today,
        KeycloakProvider.Today,
        NextcloudOAuth2Provider.Today,
        NextcloudOidcProvider.Today,
        OktaProvider.Today,
        OktaOrgProvider.Today,
        PingFederateProvider.Today,
        PingOneProvider.Today,
        WorkOsProvider.Today,
        ZitadelProvider.Today,
    ];

    /// <summary>The other ways in which some of them behave.</summary>
    public static IReadOnlyList<ProviderQuirks> Variants { get; } =
    [
        Auth0Provider.Open,
        AuthentikProvider.WithoutKey,
        CognitoProvider.Binding,
        EntraProvider.Legacy,
        EntraProvider.OldTokens,
        GenericProvider.Poor,
        GenericProvider.Rich,
        GoogleProvider.WithoutScheme,
        KeycloakProvider.WithResourceIndicators,
        NextcloudOAuth2Provider.WithoutPkce,
        NextcloudOidcProvider.Closed,
        NextcloudOidcProvider.WithJwt,
        ZitadelProvider.WithJwt,
    ];

    /// <summary>One of them by its slug, with the suffix of a variant.</summary>
    public static ProviderQuirks Of(string slug) => All.Concat(Variants).First(quirks => quirks.Slug == slug);
}
