using Gatehouse.AspNetCore.SignIn;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.SignIn;
using Gatehouse.IdentityProviders.Transport;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets people sign in at identity providers.</summary>
public static class IdentityProviderExtensions
{
    /// <summary>Everything that is wrong with a list of providers, each problem with its key, such as <c>IdentityProviders:0:ClientId</c>; empty when they are right.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyList<IdentityProviderOptions> providers) =>
        [.. IdentityProviderListRules.Problems(providers)];

    /// <summary>
    /// What is missing besides where people link an account that must bear their name (<see cref="GatehouseOptions.LinkedSignIn"/> and
    /// <see cref="GatehouseOptions.LinkedAccountMustMatch"/>): an <see cref="IdentityProviderOptions.AccountClaim"/> for each provider whose user names are not
    /// known to be the organisation's. Without one, nobody of that provider can link anything.
    /// </summary>
    public static IReadOnlyList<string> LinkProblems(IReadOnlyList<IdentityProviderOptions> providers) =>
        [.. IdentityProviderListRules.LinkProblems(providers)];

    /// <summary>The address to register at a provider, below the public address of this server: where it sends people back to.</summary>
    public static string CallbackPath(IdentityProviderOptions provider) =>
        $"/callback/{provider.Name ?? PresetChoice.Of(provider)?.Slug}";

    /// <summary>Adds one provider people may sign in at; call it once for each. The options are checked when the host starts.</summary>
    public static IServiceCollection AddIdentityProvider(
        this IServiceCollection services,
        Action<IdentityProviderOptions> configure
    )
    {
        var options = new IdentityProviderOptions();
        configure(options);
        return services.AddIdentityProvider(options);
    }

    /// <summary>Adds one provider people may sign in at; call it once for each. The options are checked when the host starts.</summary>
    public static IServiceCollection AddIdentityProvider(
        this IServiceCollection services,
        IdentityProviderOptions options
    )
    {
        // Its place among those that were added before it.
        var index = services.Count(service => service.ServiceType == typeof(IConfigureOptions<IdentityProviderList>));
        services.AddOptions<IdentityProviderList>().Configure(list => list.Items.Add(options)).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<IdentityProviderList>, IdentityProviderListRules>()
        );
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OpenDoorWarning>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ProviderHttp>();
        services.TryAddSingleton<IdentityProviderDirectory>();
        services.TryAddSingleton<ProviderSignIns>();
        services.TryAddUpstreamTokens();
        return services.AddSingleton<ISignIn>(provider => provider.GetRequiredService<ProviderSignIns>().At(index));
    }
}
