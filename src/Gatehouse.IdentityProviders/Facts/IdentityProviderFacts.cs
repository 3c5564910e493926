namespace Gatehouse.IdentityProviders.Facts;

/// <summary>
/// What is known of one identity provider. Facts only. Templates hold names in braces: <c>{issuer}</c>, its <c>{origin}</c> (scheme and host) and <c>{host}</c> (with the
/// port), <c>{clientId}</c>, one of <see cref="Settings"/>, or, where issuers of tokens are named, a claim of the token (<c>{tid}</c>). A template of which a name has no value
/// is left out.
/// </summary>
/// <param name="Slug">Its name in configuration and addresses, such as <c>entra</c>.</param>
/// <param name="Name">Its name for people.</param>
public sealed record IdentityProviderFacts(string Slug, string Name)
{
    /// <summary>Where the facts come from.</summary>
    public required string Source { get; init; }

    /// <summary>The strategy that reads them.</summary>
    public ProviderProtocol Protocol { get; init; }

    /// <summary>How its issuer looks, to recognise it where no preset was named, such as <c>https://{tenant}.okta.com</c>. A name in braces stands for characters other than a slash.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>The settings it needs or takes beside issuer, client and scopes.</summary>
    public IReadOnlyList<ProviderSetting> Settings { get; init; } = [];

    /// <summary>Where its metadata is, in the order to look.</summary>
    public IReadOnlyList<MetadataForm> Metadata { get; init; } =
    [MetadataForm.OpenIdAppended, MetadataForm.OAuthInserted];

    /// <summary>Its addresses, where it has no metadata.</summary>
    public ProviderEndpoints? Endpoints { get; init; }

    /// <summary>
    /// Issuers its metadata may name beside the configured one; a name of no value stands for characters other than a slash, and binds the claim of the same name
    /// in its tokens, unless what stands there is a name in braces itself (Entra's <c>{tenantid}</c>).
    /// </summary>
    public IReadOnlyList<string> MetadataIssuers { get; init; } = [];

    /// <summary>Issuers its ID tokens may name beside the one of its metadata; see <see cref="IssuerRules"/>.</summary>
    public IReadOnlyList<string> TokenIssuers { get; init; } = [];

    /// <summary>The scopes it takes and how they are written.</summary>
    public ScopeFacts Scopes { get; init; } = new();

    /// <summary>Added to every authorization request; templates.</summary>
    public IReadOnlyDictionary<string, string> AuthorizeParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Added as well when a refresh token is wanted.</summary>
    public IReadOnlyDictionary<string, string> OfflineParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Who the person is, and how that is told.</summary>
    public IdentityFacts Identity { get; init; } = new();

    /// <summary>Whom it signs in when nothing restrains it, in words for the operator.</summary>
    public required string Admits { get; init; }

    /// <summary>Everybody on earth can have an account there, so that an allow rule is required.</summary>
    public bool AdmitsEverybody { get; init; }

    /// <summary>Settings with which it admits everybody, though it does not otherwise: values in the place of <c>{tenant}</c> in the issuer, such as <c>common</c>.</summary>
    public IReadOnlyList<string> TenantsOfEverybody { get; init; } = [];

    /// <summary>Issuers with which it admits everybody, though it does not otherwise; templates.</summary>
    public IReadOnlyList<string> IssuersOfEverybody { get; init; } = [];

    /// <summary>What its errors mean, the most exact first.</summary>
    public IReadOnlyList<ProviderError> Errors { get; init; } = [];

    /// <summary>What it gives to stay signed in with.</summary>
    public RefreshFacts Refresh { get; init; } = new();

    /// <summary>How what it gave is taken back.</summary>
    public RevocationForm Revocation { get; init; } = RevocationForm.AsAdvertised;

    /// <summary>How a person's token is exchanged for one of another resource.</summary>
    public ExchangeForm Exchange { get; init; }

    /// <summary>What its access tokens prove, for a deployment that takes them as they are.</summary>
    public AccessTokenFacts AccessTokens { get; init; } = new();

    /// <summary>What an operator must know of it.</summary>
    public IReadOnlyList<string> Quirks { get; init; } = [];

    /// <summary>The issuer when none is configured: there is one for everybody; null when there is not.</summary>
    public string? DefaultIssuer => Issuers.FirstOrDefault(issuer => !issuer.Contains('{', StringComparison.Ordinal));

    /// <summary>Its page in the repository.</summary>
    public string Page => $"docs/identity-providers/{Slug}.md";

    /// <summary>Whether everybody on earth could sign in at this issuer, so that an allow rule is required.</summary>
    public bool AdmitsEverybodyAt(string issuer) =>
        AdmitsEverybody
        || IssuersOfEverybody.Any(template => Template.Match(template, issuer) is not null)
        || TenantsOfEverybody.Any(tenant =>
            issuer.Split('/').Skip(3).Any(part => part.Equals(tenant, StringComparison.OrdinalIgnoreCase))
        );
}
