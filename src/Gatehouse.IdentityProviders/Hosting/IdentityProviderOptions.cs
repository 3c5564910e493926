namespace Microsoft.Extensions.DependencyInjection;

/// <summary>One identity provider people may sign in at. Every value is checked at start, all problems are reported at once.</summary>
public sealed class IdentityProviderOptions
{
    /// <summary>
    /// Its name here, in lower-case letters, digits and hyphens; the preset's when absent. It is part of the callback address that is registered at
    /// the provider, <c>/callback/{Name}</c>, and of who people are: do not change it once somebody has signed in.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>What pages call it, such as <c>Contoso</c>; the provider's own name when absent.</summary>
    public string? Title { get; set; }

    /// <summary>Which provider it is, such as <c>entra</c>; recognised by <see cref="Issuer"/> when absent, and <c>oidc</c> when nobody knows it.</summary>
    public string? Preset { get; set; }

    /// <summary>
    /// The issuer, byte for byte as the provider writes it in its metadata (a slash at the end counts): https, or http on a loopback host. Only providers
    /// with one address for everybody, such as Google, can do without.
    /// </summary>
    public string? Issuer { get; set; }

    /// <summary>What the provider calls this server. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret that belongs to <see cref="ClientId"/>; better in <see cref="ClientSecretFile"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file with the secret; white space around it is left out.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>A PEM file with a private key (RSA or EC, not encrypted), to sign in at the provider with <c>private_key_jwt</c> in place of a secret.</summary>
    public string? ClientKeyFile { get; set; }

    /// <summary>The <c>kid</c> the provider knows the key of <see cref="ClientKeyFile"/> by; not sent when absent.</summary>
    public string? ClientKeyId { get; set; }

    /// <summary>A PEM file with a certificate and its private key, for providers that know the client by its certificate, such as Entra ID.</summary>
    public string? ClientCertificateFile { get; set; }

    /// <summary>Scopes to ask for beside those of the sign-in; short names get the provider's prefix.</summary>
    public IList<string> Scopes { get; set; } = [];

    /// <summary>Parameters to add to every authorization request, such as <c>domain_hint</c>; they win over the preset's.</summary>
    public IDictionary<string, string> Parameters { get; set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The settings only this preset has, such as <c>appIdUri</c>; its page lists them.</summary>
    public IDictionary<string, string> Settings { get; set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Domains of e-mail addresses of people who sign in here, so that the page finds this provider by an address that is typed there. No rule: see <see cref="Allow"/>.</summary>
    public IList<string> EmailDomains { get; set; } = [];

    /// <summary>Who may sign in.</summary>
    public AllowOptions Allow { get; set; } = new();

    /// <summary>
    /// The claim that must equal the user name of the account a person links, such as <c>preferred_username</c>; the preset's when absent, which is none where
    /// people choose their names themselves. An e-mail address counts only when the provider says that it was proved.
    /// </summary>
    public string? AccountClaim { get; set; }

    /// <summary>What the server behind gets to act as the person: <c>none</c>, <c>token</c> (the person's own token of this provider), <c>exchange</c> (RFC 8693) or <c>on-behalf-of</c> (Entra ID, AD FS).</summary>
    public string Upstream { get; set; } = "none";

    /// <summary>For which resource that token is: an audience, or a scope such as <c>api://…/.default</c>.</summary>
    public string? UpstreamAudience { get; set; }
}
