using Gatehouse.AspNetCore.SignIn;
using Gatehouse.Nextcloud.Hosting.Accounts;
using Gatehouse.Nextcloud.Hosting.Hosting;
using Gatehouse.Nextcloud.Hosting.SignIn;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts Nextcloud behind Gatehouse.</summary>
public static class NextcloudHostingExtensions
{
    /// <summary>People sign in at their Nextcloud, and the tools of each call work as the person who called.</summary>
    public static IServiceCollection AddNextcloud(this IServiceCollection services, Action<NextcloudOptions> configure)
    {
        services.AddOptions<NextcloudOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<NextcloudOptions>, NextcloudOptionsRules>()
        );
        services.TryAddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<NextcloudOptions>>().Value;
            return CloudAddress.TryParse(options.Cloud, options.CloudInternalUrl, out var cloud, out var error)
                ? cloud
                : throw new InvalidOperationException(error);
        });
        services.TryAddSingleton(provider => new NextcloudTransport(
            new NextcloudTransportOptions
            {
                ExtraCaFile = provider.GetRequiredService<IOptions<NextcloudOptions>>().Value.CloudCa,
            },
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<NextcloudTransport>>()
        ));
        services.TryAddSingleton<ISignIn, NextcloudSignIn>();
        services.TryAddSingleton<AccountReader>();
        services.AddHostedService<RetiredCredentials>();
        return services;
    }
}
