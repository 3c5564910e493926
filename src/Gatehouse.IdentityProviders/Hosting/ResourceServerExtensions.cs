using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.ResourceServer;
using Gatehouse.IdentityProviders.Transport;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes access tokens of an identity provider as they are.</summary>
public static class ResourceServerExtensions
{
    /// <summary>
    /// Protects the resource with access tokens that an identity provider gives, in place of <c>AddGatehouse</c>: clients sign in at the provider by themselves. Nothing of an
    /// authorization server is here then; <c>MapGatehouse</c> maps the document that names the provider's issuer.
    /// </summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="gatehouse">Public address, scopes, name; what concerns sign-ins has no meaning.</param>
    /// <param name="tokens">The provider, and what its tokens mean.</param>
    public static IServiceCollection AddProviderResourceServer(
        this IServiceCollection services,
        Action<GatehouseOptions> gatehouse,
        Action<ResourceServerOptions> tokens
    )
    {
        services.AddGatehouseResource(gatehouse);
        services.AddOptions<ResourceServerOptions>().Configure(tokens).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<ResourceServerOptions>, ResourceServerOptionsRules>()
        );
        services.TryAddSingleton<ProviderHttp>();
        services.TryAddSingleton(Provider);
        services.TryAddSingleton(Audience);
        services.TryAddSingleton(Tokens);
        services.AddHostedService<ResourceServerStart>();
        return services;
    }

    private static ResourceServerProvider Provider(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ResourceServerOptions>>().Value.Provider;
        return new ResourceServerProvider(
            new IdentityProvider(
                ConfiguredProvider.Create(options, PresetChoice.Of(options)!),
                services.GetRequiredService<ProviderHttp>(),
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILoggerFactory>()
            )
        );
    }

    private static TokenAudience Audience(IServiceProvider services) =>
        new(
            services.GetRequiredService<ResourceServerProvider>().Provider.Configuration,
            services.GetRequiredService<IOptions<ResourceServerOptions>>().Value,
            services.GetRequiredService<Deployment>().Resource.Value
        );

    private static IAccessTokens Tokens(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ResourceServerOptions>>().Value;
        var provider = services.GetRequiredService<ResourceServerProvider>().Provider;
        var time = services.GetRequiredService<TimeProvider>();
        ITokenReader reader =
            options.Introspection || provider.Configuration.Facts.AccessTokens.Form == AccessTokenForm.Introspection
                ? new IntrospectedTokens(provider, time, services.GetRequiredService<ILogger<IntrospectedTokens>>())
                : new SignedTokens(provider, time);
        return new ProviderAccessTokens(
            provider.Configuration,
            reader,
            services.GetRequiredService<TokenAudience>(),
            new TokenScopes(provider.Configuration, options, services.GetRequiredService<Deployment>().Scopes),
            options.Clients,
            time,
            services.GetRequiredService<ILogger<ProviderAccessTokens>>()
        );
    }
}
