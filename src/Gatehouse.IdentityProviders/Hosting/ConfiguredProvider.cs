using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Tokens;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>One provider as it is used: what the operator configured and what is known of it, with every template filled in that can be before a token is there.</summary>
internal sealed class ConfiguredProvider
{
    // OpenID Connect Core §5.4 and §11: they belong to no resource, so no prefix of one belongs before them.
    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "openid",
        "profile",
        "email",
        "address",
        "phone",
        "offline_access",
    };

    private readonly IdentityProviderOptions options;

    private ConfiguredProvider(
        IdentityProviderOptions options,
        IdentityProviderFacts facts,
        ClientCredential credential
    )
    {
        this.options = options;
        Facts = facts;
        Credential = credential;
        Name = options.Name ?? facts.Slug;
        Title = options.Title ?? facts.Name;
        ClientId = options.ClientId ?? "";
        Issuer = IssuerOf(options, facts) ?? "";
        // Once: it looks at the issuers of all providers, and every sign-in asks.
        AdmitsEverybody = AdmitsEverybodyAt(Issuer, facts);
        AccountClaims = options.AccountClaim is { } claim ? [claim] : AccountClaimRules.Known(options, facts);
        Scopes = AllScopes();
        AuthorizeParameters = Merge(Resolve(facts.AuthorizeParameters), options.Parameters);
        OfflineParameters = Resolve(facts.OfflineParameters);
        Upstream = UpstreamOf(options.Upstream) ?? UpstreamTokenKind.None;
    }

    /// <summary>What is known of it.</summary>
    public IdentityProviderFacts Facts { get; }

    /// <summary>Its name in addresses and storage.</summary>
    public string Name { get; }

    /// <summary>Its name for people.</summary>
    public string Title { get; }

    /// <summary>As configured: half of who people are. What tokens must name is said by <see cref="ProviderMetadata.Issuer"/> and <see cref="IssuerRules"/>.</summary>
    public string Issuer { get; }

    public string ClientId { get; }

    /// <summary>How this server proves that it is the client.</summary>
    public ClientCredential Credential { get; }

    /// <summary>Asked for at every sign-in: the facts' and the operator's, as they are sent.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Added to every authorization request.</summary>
    public IReadOnlyDictionary<string, string> AuthorizeParameters { get; }

    /// <summary>Added as well when a refresh token is wanted.</summary>
    public IReadOnlyDictionary<string, string> OfflineParameters { get; }

    public AllowOptions Allow => options.Allow;

    public IReadOnlyList<string> EmailDomains => [.. options.EmailDomains];

    /// <summary>The claims, the first that is there, that must equal the user name of a linked account; with none, nothing can be linked that must match.</summary>
    public IReadOnlyList<string> AccountClaims { get; }

    public UpstreamTokenKind Upstream { get; }

    public string? UpstreamAudience => options.UpstreamAudience;

    /// <summary>Whether everybody on earth can have an account there.</summary>
    public bool AdmitsEverybody { get; }

    /// <summary>Puts options and facts together. The options have been checked.</summary>
    public static ConfiguredProvider Create(IdentityProviderOptions options, IdentityProviderFacts facts) =>
        new(options, facts, ClientCredential.Read(options));

    /// <summary>The scopes of an authorization request as they are written there.</summary>
    /// <param name="isOffline">A refresh token is wanted.</param>
    /// <param name="metadata">Where it lists scopes without the one for that, the provider would refuse it.</param>
    public string ScopeText(bool isOffline, ProviderMetadata metadata) =>
        string.Join(
            Facts.Scopes.Separator,
            isOffline && Facts.Scopes.Offline is { } offline && metadata.Scopes?.Contains(offline) != false
                ? Scopes.Append(offline).Distinct(StringComparer.Ordinal)
                : Scopes
        );

    /// <summary>A template of the facts filled in; null when a name in it has no value, and then it is left out.</summary>
    public string? Resolve(string template) => Template.Fill(template, ValueOf);

    /// <summary>The issuer of the configuration, or that of a provider that has the same for everybody; null when there is none.</summary>
    public static string? IssuerOf(IdentityProviderOptions options, IdentityProviderFacts facts) =>
        string.IsNullOrEmpty(options.Issuer) ? facts.DefaultIssuer : options.Issuer;

    /// <summary>Whether everybody on earth can have an account there: by these facts, or by those of whom the address really belongs to, whatever preset was named.</summary>
    public static bool AdmitsEverybodyAt(string issuer, IdentityProviderFacts facts) =>
        facts.AdmitsEverybodyAt(issuer) || KnownProviders.Recognise(issuer)?.AdmitsEverybodyAt(issuer) == true;

    /// <summary>Whether an operator's scope is the short name of one of their own resource.</summary>
    public static bool NeedsPrefix(string scope, IdentityProviderFacts facts) =>
        !scope.Contains("://", StringComparison.Ordinal)
        && !Standard.Contains(scope)
        && !facts.Scopes.SignIn.Contains(scope);

    /// <summary>What <see cref="IdentityProviderOptions.Upstream"/> says; null when it says nothing known.</summary>
    public static UpstreamTokenKind? UpstreamOf(string text) =>
        text switch
        {
            "none" => UpstreamTokenKind.None,
            "token" => UpstreamTokenKind.Token,
            "exchange" => UpstreamTokenKind.Exchange,
            "on-behalf-of" => UpstreamTokenKind.OnBehalfOf,
            _ => null,
        };

    private string? ValueOf(string name) =>
        name switch
        {
            "issuer" => Issuer.TrimEnd('/'),
            "origin" => new Uri(Issuer).GetLeftPart(UriPartial.Authority),
            "host" => new Uri(Issuer).Authority,
            "clientId" => ClientId,
            _ when options.Settings.TryGetValue(name, out var value) && value.Length > 0 => value,
            _ => Facts.Settings.FirstOrDefault(setting => setting.Name == name)?.Default,
        };

    private List<string> AllScopes()
    {
        List<string> scopes = [.. Facts.Scopes.SignIn];
        if (options.Scopes.Count > 0)
        {
            var prefix = Facts.Scopes.Prefix is { } template ? Resolve(template) : null;
            scopes.AddRange(options.Scopes.Select(scope => NeedsPrefix(scope, Facts) ? prefix + scope : scope));
            scopes.AddRange(Facts.Scopes.Extra.Select(Resolve).OfType<string>());
        }

        return [.. scopes.Distinct(StringComparer.Ordinal)];
    }

    private Dictionary<string, string> Resolve(IReadOnlyDictionary<string, string> templates) =>
        templates
            .Select(pair => KeyValuePair.Create(pair.Key, Resolve(pair.Value)))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);

    private static Dictionary<string, string> Merge(Dictionary<string, string> known, IDictionary<string, string> own)
    {
        foreach (var (name, value) in own)
        {
            known[name] = value;
        }

        return known;
    }
}
