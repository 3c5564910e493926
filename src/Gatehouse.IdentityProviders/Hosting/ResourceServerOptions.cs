namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// How access tokens of an identity provider are taken as they are. Clients sign in at the provider by themselves, so it has to know each of them, and its tokens have
/// to say that they are for this server. Where it cannot do that, use <c>AddIdentityProvider</c>: then Gatehouse gives the tokens.
/// </summary>
public sealed class ResourceServerOptions
{
    /// <summary>The provider: its issuer, its preset and settings, who is allowed; client and secret where it is asked about tokens (RFC 7662).</summary>
    public IdentityProviderOptions Provider { get; } = new();

    /// <summary>
    /// Values of <c>aud</c> that mean this server, beside its own address and what the preset knows, such as the identifier of the API at Auth0. Each must
    /// be this server's alone.
    /// </summary>
    public IList<string> Audiences { get; } = [];

    /// <summary>Clients whose tokens are taken (<c>client_id</c>, <c>azp</c>, <c>cid</c>); all when there are none.</summary>
    public IList<string> Clients { get; } = [];

    /// <summary>Scopes, permissions or roles of the provider and what they mean here: one or more scopes of this server, separated by spaces.</summary>
    public IDictionary<string, string> ScopeMap { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the provider writes before scopes of this server, such as <c>api://notes/</c>; beside what the preset knows.</summary>
    public IList<string> ScopePrefixes { get; } = [];

    /// <summary>The claims that hold scopes, of which the first that is there is read; the preset's when there are none.</summary>
    public IList<string> ScopeClaims { get; } = [];

    /// <summary>Asks the provider about each token (RFC 7662), at most once a minute, in place of verifying its signature.</summary>
    public bool Introspection { get; set; }
}
