using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.IdentityProviders.Upstream;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>The way from people's sign-ins to tokens for the server behind.</summary>
internal static class UpstreamExtensions
{
    public static IServiceCollection TryAddUpstreamTokens(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new UpstreamTokens(
            provider.GetRequiredService<CredentialVault>(),
            provider.GetRequiredService<IdentityProviderDirectory>().All.Select(known => Of(known, provider))
        ));
        return services;
    }

    private static UpstreamProvider Of(IdentityProvider known, IServiceProvider services)
    {
        var kind = known.Configuration.Upstream;
        if (kind == UpstreamTokenKind.None)
        {
            return new UpstreamProvider(known.Configuration.Name, Credential: null);
        }

        var time = services.GetRequiredService<TimeProvider>();
        var renewal = new CredentialRenewal(
            services.GetRequiredService<IVaultStore>(),
            services.GetRequiredService<CredentialVault>(),
            services.GetRequiredService<ConnectionRegistry>(),
            known.Tokens,
            known.Configuration,
            time,
            services.GetRequiredService<ILogger<CredentialRenewal>>()
        );
        return new UpstreamProvider(
            known.Configuration.Name,
            kind == UpstreamTokenKind.Token
                ? new StoredTokens(renewal)
                : new ExchangedTokens(
                    renewal,
                    known.Tokens,
                    known.Configuration,
                    time,
                    services.GetRequiredService<ILogger<ExchangedTokens>>()
                )
        );
    }
}
