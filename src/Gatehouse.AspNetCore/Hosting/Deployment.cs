using Gatehouse.Clients;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Registration.Documents;
using Microsoft.Extensions.Options;

namespace Gatehouse.AspNetCore.Hosting;

/// <summary>The configuration, parsed once into the words of the protocol.</summary>
internal sealed class Deployment
{
    public Deployment(IOptions<GatehouseOptions> options)
    {
        Options = options.Value;
        Issuer = Issuer.Parse(Options.PublicUrl).Value;
        Resource = ResourceUri.At(Issuer, Options.ResourcePath);
        Scopes = new ScopeCatalog(Options.Scopes);
        Redirects = KnownClients.Redirects(Options.WebHosts, Options.PrivateSchemes);
        Domains = new ClientDomains(Options.AllowedClientDomains, Options.DeniedClientDomains);
    }

    public GatehouseOptions Options { get; }

    public Issuer Issuer { get; }

    public ResourceUri Resource { get; }

    public ScopeCatalog Scopes { get; }

    public RedirectPolicy Redirects { get; }

    public ClientDomains Domains { get; }
}
