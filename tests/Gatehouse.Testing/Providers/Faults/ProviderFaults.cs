namespace Gatehouse.Testing.Providers.Faults;

/// <summary>What goes wrong at a provider; everything is off until a test sets it, and may change while it runs.</summary>
public sealed class ProviderFaults
{
    /// <summary>All ways to fail.</summary>
    public static IReadOnlyList<FaultKind> AllKinds { get; } = Enum.GetValues<FaultKind>();

    /// <summary>The endpoints servers call; pages are apart.</summary>
    public static IReadOnlyList<ProviderEndpoint> BackChannel { get; } =
    [
        ProviderEndpoint.Metadata,
        ProviderEndpoint.Keys,
        ProviderEndpoint.Token,
        ProviderEndpoint.Account,
        ProviderEndpoint.Introspection,
        ProviderEndpoint.Revocation,
        ProviderEndpoint.Other,
    ];

    /// <summary>The part of requests that fails, 0 to 1.</summary>
    public double Share { get; set; }

    /// <summary>How they fail, one like the other in turn by chance.</summary>
    public IReadOnlyList<FaultKind> Kinds { get; set; } = AllKinds;

    /// <summary>Where they fail.</summary>
    public IReadOnlyList<ProviderEndpoint> Where { get; set; } = BackChannel;

    /// <summary>ID tokens with <c>alg: none</c>.</summary>
    public bool UnsignedIdToken { get; set; }

    /// <summary>ID tokens with <c>alg: HS256</c> and the public key as the secret.</summary>
    public bool IdTokenByPublicKey { get; set; }

    /// <summary>ID tokens by a key that is not published, under the identifier of one that is.</summary>
    public bool IdTokenByForeignKey { get; set; }

    /// <summary>ID tokens that are over.</summary>
    public bool ExpiredIdToken { get; set; }

    /// <summary>ID tokens without the nonce of the request.</summary>
    public bool ForgetsNonce { get; set; }

    /// <summary>ID tokens with another nonce.</summary>
    public bool WrongNonce { get; set; }

    /// <summary>ID tokens with the <c>at_hash</c> of another access token.</summary>
    public bool WrongAccessTokenHash { get; set; }

    /// <summary>Put over the claims of ID tokens, <c>null</c> removes; JSON. For another <c>aud</c>, <c>iss</c>, <c>azp</c>, no <c>sub</c>.</summary>
    public string IdTokenClaims { get; set; } = "{}";

    /// <summary>The subject its account endpoint names in place of the person's.</summary>
    public string? AccountSubject { get; set; }

    /// <summary><c>iss</c> in callbacks.</summary>
    public string? CallbackIssuer { get; set; }

    /// <summary>The issuer its metadata names.</summary>
    public string? MetadataIssuer { get; set; }

    /// <summary>Put over its metadata, <c>null</c> removes; JSON.</summary>
    public string Metadata { get; set; } = "{}";

    /// <summary>Token answers of 10 MB.</summary>
    public bool HugeTokenAnswer { get; set; }

    /// <summary>Token answers without end, a bit at a time.</summary>
    public bool EndlessTokenAnswer { get; set; }

    /// <summary>Where its token endpoint redirects to (307).</summary>
    public string? TokenRedirect { get; set; }

    /// <summary>What its token endpoint answers with 200 in place of its answer.</summary>
    public string? TokenBody { get; set; }

    /// <summary>What its token endpoint refuses everything with.</summary>
    public ErrorWords? TokenError { get; set; }

    /// <summary>What it refuses refreshes with.</summary>
    public ErrorWords? RefreshError { get; set; }

    /// <summary>What it refuses exchanges of tokens with.</summary>
    public ErrorWords? ExchangeError { get; set; }

    /// <summary>What its authorization endpoint refuses everything with.</summary>
    public ErrorWords? AuthorizeError { get; set; }

    /// <summary>How many requests failed by <see cref="Share"/>.</summary>
    public int Struck { get; internal set; }

    /// <summary>Lets a share of the requests servers make fail.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="kinds">How; all kinds when none is named.</param>
    public void Fails(double share, params FaultKind[] kinds)
    {
        Share = share;
        Kinds = kinds.Length == 0 ? AllKinds : kinds;
    }

    /// <summary>Ends all failing.</summary>
    public void Heals() => Share = 0;
}
