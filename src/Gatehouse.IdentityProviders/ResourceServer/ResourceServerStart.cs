using Gatehouse.AspNetCore.Hosting;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>Says at the start which tokens are taken, and what the provider lacks for clients that sign in there by themselves. A provider that is away does not keep the server from starting.</summary>
internal sealed class ResourceServerStart(
    ResourceServerProvider resource,
    TokenAudience audience,
    Deployment deployment,
    IOptions<ResourceServerOptions> options,
    ILogger<ResourceServerStart> log
) : BackgroundService
{
    private ConfiguredProvider Provider => resource.Provider.Configuration;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        log.TakesTokens(Provider.Title, Provider.Issuer, audience.Accepted);
        try
        {
            if ((await resource.Provider.Metadata.FindAsync(stoppingToken)).Succeeded(out var found, out var failure))
            {
                foreach (var lack in Lacks(found))
                {
                    log.ProviderLacks(Provider.Title, lack);
                }
            }
            else
            {
                log.ProviderNotThere(Provider.Title, failure.Meaning);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private IEnumerable<string> Lacks(ProviderMetadata found)
    {
        var facts = Provider.Facts;
        if (found.CodeChallengeMethods?.Contains("S256") != true)
        {
            yield return "its metadata does not say that it does PKCE with S256, and MCP clients do not use a server that does not say so";
        }

        if (!facts.Metadata.Contains(MetadataForm.OAuthInserted))
        {
            yield return "it has no metadata as RFC 8414 has it; clients that do not look for OpenID Connect's do not find it";
        }

        if (options.Value.Audiences.Count == 0 && facts.AccessTokens is { Audiences.Count: 0, Required.Count: 0 })
        {
            yield return $"nothing known of it makes its tokens name this server: they are taken only where aud is {deployment.Resource}, so it must honour the parameter resource (RFC 8707), or have a mapper or setting that writes it; another value goes into Audiences";
        }

        if (
            found.Scopes is { } scopes
            && !deployment.Scopes.Names.Any(scope =>
                scopes.Any(text => text.EndsWith(scope.Value, StringComparison.Ordinal))
            )
        )
        {
            yield return "its metadata lists none of this server's scopes; clients ask for those, so they must exist there, or stand in ScopeMap";
        }

        foreach (var quirk in facts.Quirks)
        {
            yield return quirk;
        }
    }
}
