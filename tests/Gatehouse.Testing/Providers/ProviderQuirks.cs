using System.Collections.Frozen;

namespace Gatehouse.Testing.Providers;

/// <summary>
/// How one identity provider differs from the plain OpenID Connect server this record describes by its defaults. Texts are templates: <c>{host}</c>,
/// <c>{issuer}</c>, <c>{clientId}</c>, <c>{tenant}</c>, everything of <see cref="Settings"/>, and, in claims, what is known of the person and the token
/// (see <see cref="Tokens.TokenWords"/>).
/// </summary>
/// <param name="Slug">Its name in <c>KnownProviders</c>; a variant has a suffix behind a colon.</param>
/// <param name="Name">Its name for people.</param>
public sealed record ProviderQuirks(string Slug, string Name)
{
    /// <summary>Behind the host in the issuer; <c>/</c> for an issuer that ends with a slash.</summary>
    public string IssuerPath { get; init; } = "";

    /// <summary>Where its endpoints are.</summary>
    public ProviderPaths Paths { get; init; } = new();

    /// <summary>The endpoints are on another host than the issuer.</summary>
    public bool EndpointsElsewhere { get; init; }

    /// <summary>Where its metadata is; <c>{path}</c> is the issuer's path without a slash at the end.</summary>
    public IReadOnlyList<string> MetadataPaths { get; init; } =
    ["{path}/.well-known/openid-configuration", "/.well-known/oauth-authorization-server{path}"];

    /// <summary>Members its metadata lacks.</summary>
    public IReadOnlyList<string> MetadataLacks { get; init; } = [];

    /// <summary>Members its metadata has beside or in place of the usual ones; JSON.</summary>
    public string MetadataHas { get; init; } = "{}";

    /// <summary>The tenant of <c>{tenant}</c> in paths.</summary>
    public string Tenant { get; init; } = "tenant";

    /// <summary>What stands in the issuer in place of the tenant where metadata is asked for one of these.</summary>
    public FrozenDictionary<string, string> TemplatedTenants { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What an operator of Gatehouse writes down beside issuer and client; templates.</summary>
    public FrozenDictionary<string, string> Settings { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Signs: <c>RS256</c>, <c>ES256</c>, or <c>HS256</c> with the client's secret.</summary>
    public string Algorithm { get; init; } = "RS256";

    /// <summary>Whether there are ID tokens.</summary>
    public bool HasIdToken { get; init; } = true;

    /// <summary>The issuer its ID tokens name; null for its own.</summary>
    public string? IdTokenIssuer { get; init; }

    /// <summary>Claims of every ID token; JSON.</summary>
    public string IdClaims { get; init; } = """{"sub":"{sub}"}""";

    /// <summary>Claims about the person by the scope that brings them; JSON.</summary>
    public FrozenDictionary<string, string> ScopeClaims { get; init; } =
        new Dictionary<string, string>
        {
            ["profile"] = """{"name":"{name}","preferred_username":"{userName}"}""",
            ["email"] = """{"email":"{email}","email_verified":"{emailVerified}"}""",
            ["groups"] = """{"groups":"{groups}"}""",
        }.ToFrozenDictionary();

    /// <summary>The claims of scopes are at the userinfo endpoint only, as OpenID Connect Core §5.4 has it where there is an access token.</summary>
    public bool IdTokenIsLean { get; init; }

    /// <summary>What the account endpoint says beside the claims of scopes; JSON.</summary>
    public string AccountClaims { get; init; } = """{"sub":"{sub}"}""";

    /// <summary>Refuses at the account endpoint before the token is looked at, e.g. for a header that is missing.</summary>
    public Func<ProviderCall, ProviderAnswer?>? AccountRule { get; init; }

    /// <summary>How access tokens look.</summary>
    public AccessTokenQuirks AccessToken { get; init; } = new();

    /// <summary>Its scopes.</summary>
    public ScopeQuirks Scopes { get; init; } = new();

    /// <summary>What becomes of RFC 8707's <c>resource</c>.</summary>
    public ResourceRule Resource { get; init; } = ResourceRule.Ignored;

    /// <summary>Resources or audiences it knows; templates.</summary>
    public IReadOnlyList<string> KnownResources { get; init; } = [];

    /// <summary>Whether a code challenge must, may or cannot be used.</summary>
    public PkceRule Pkce { get; init; } = PkceRule.Optional;

    /// <summary>RFC 9207: <c>iss</c> in its callbacks.</summary>
    public bool NamesIssuerInCallback { get; init; }

    /// <summary>It sends people to the registered address, whatever the request says.</summary>
    public bool IgnoresRedirectUri { get; init; }

    /// <summary>How clients authenticate at the token endpoint.</summary>
    public IReadOnlyList<string> ClientAuthentication { get; init; } =
    ["client_secret_basic", "client_secret_post", "private_key_jwt"];

    /// <summary>A member its client assertions must have in their header, such as <c>x5t#S256</c>; null for none.</summary>
    public string? AssertionHeader { get; init; }

    /// <summary>The scopes of APIs that tokens are exchanged for, by the API's identifier (a template), separated by spaces.</summary>
    public FrozenDictionary<string, string> Apis { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>How token answers look.</summary>
    public TokenAnswerQuirks TokenAnswer { get; init; } = new();

    /// <summary>What a refresh does to the refresh token.</summary>
    public RefreshRule Refresh { get; init; } = RefreshRule.SingleUse;

    /// <summary>Whether and how tokens are exchanged.</summary>
    public ExchangeRule Exchange { get; init; }

    /// <summary>Refuses at the authorization endpoint, after client and redirect were found right.</summary>
    public Func<ProviderCall, ProviderAnswer?>? AuthorizeRule { get; init; }

    /// <summary>Refuses at the token endpoint, before everything else.</summary>
    public Func<ProviderCall, ProviderAnswer?>? TokenRule { get; init; }

    /// <summary>Answers a registration; nothing there when null.</summary>
    public Func<ProviderCall, ProviderAnswer>? Registration { get; init; }

    /// <summary>Endpoints no other provider has, by <c>METHOD /path</c>.</summary>
    public FrozenDictionary<string, Func<ProviderCall, ProviderAnswer>> More { get; init; } =
        FrozenDictionary<string, Func<ProviderCall, ProviderAnswer>>.Empty;

    /// <summary>Its words for what goes wrong.</summary>
    public ProviderErrors Errors { get; init; } = new();

    /// <summary>What an unknown path answers.</summary>
    public string NotFound { get; init; } = "";
}
