namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Who may sign in at a provider. Each list that is not empty must name the person, in one of its entries; with no list, whoever the provider lets in.
/// A provider where everybody on earth can have an account needs a list, or <see cref="Everyone"/>.
/// </summary>
public sealed class AllowOptions
{
    /// <summary>Everybody who can sign in there, meant so.</summary>
    public bool Everyone { get; set; }

    /// <summary>Tenants (Entra ID: the <c>tid</c>) or hosted domains (Google: the <c>hd</c>).</summary>
    public IList<string> Tenants { get; set; } = [];

    /// <summary>Organisations (GitHub, Auth0, Zitadel).</summary>
    public IList<string> Organizations { get; set; } = [];

    /// <summary>Groups, as the token writes them: names, or identifiers at Entra ID.</summary>
    public IList<string> Groups { get; set; } = [];

    /// <summary>Roles, such as app roles of Entra ID.</summary>
    public IList<string> Roles { get; set; } = [];

    /// <summary>Domains of e-mail addresses the provider has proved.</summary>
    public IList<string> EmailDomains { get; set; } = [];

    /// <summary>Single people, by their subject.</summary>
    public IList<string> Subjects { get; set; } = [];
}
