namespace Gatehouse.IdentityProviders.Facts;

/// <summary>
/// What is known of one identity provider. Facts only. Templates hold names in braces: a setting of the operator (<c>{clientId}</c>, <c>{issuer}</c> and
/// those of <see cref="Settings"/>), or, in <see cref="TokenIssuers"/>, a claim of the token (<c>{tid}</c>).
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

    /// <summary>Issuers its ID tokens may name; the one of the configuration when there are none.</summary>
    public IReadOnlyList<string> TokenIssuers { get; init; } = [];

    /// <summary>The scopes it takes and how they are written.</summary>
    public ScopeFacts Scopes { get; init; } = new();

    /// <summary>Added to every authorization request; templates.</summary>
    public IReadOnlyDictionary<string, string> AuthorizeParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Added as well when a refresh token is wanted.</summary>
    public IReadOnlyDictionary<string, string> OfflineParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Who the person is, and how that is told.</summary>
    public IdentityFacts Identity { get; init; } = new();

    /// <summary>Everybody on earth can have an account there, so that an allow rule is required.</summary>
    public bool AdmitsEverybody { get; init; }

    /// <summary>Settings with which it admits everybody, though it does not otherwise: values in the place of <c>{tenant}</c> in the issuer, such as <c>common</c>.</summary>
    public IReadOnlyList<string> TenantsOfEverybody { get; init; } = [];

    /// <summary>What its errors mean, the most exact first.</summary>
    public IReadOnlyList<ProviderError> Errors { get; init; } = [];

    /// <summary>How what it gave is taken back.</summary>
    public RevocationForm Revocation { get; init; } = RevocationForm.AsAdvertised;

    /// <summary>How a person's token is exchanged for one of another resource.</summary>
    public ExchangeForm Exchange { get; init; }

    /// <summary>What its access tokens prove, for a deployment that takes them as they are.</summary>
    public AccessTokenFacts AccessTokens { get; init; } = new();

    /// <summary>What an operator must know of it.</summary>
    public IReadOnlyList<string> Quirks { get; init; } = [];

    /// <summary>Its page in the repository.</summary>
    public string Page => $"docs/identity-providers/{Slug}.md";
}
