using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.StepUp;
using Gatehouse.Nextcloud.Hosting.Accounts;
using Gatehouse.Nextcloud.Hosting.Hosting;
using Gatehouse.Nextcloud.Hosting.SignIn;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.OAuth;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts Nextcloud behind Gatehouse.</summary>
public static class NextcloudHostingExtensions
{
    /// <summary>The name of Nextcloud's sign-in: what to set <see cref="GatehouseOptions.LinkedSignIn"/> to where people sign in elsewhere.</summary>
    public const string SignInName = NextcloudSignIn.SignInName;

    /// <summary>The scopes of the tools, in the words of the consent page.</summary>
    public static IReadOnlyList<SupportedScope> Scopes { get; } = [.. NextcloudScopes.All.Select(Supported)];

    /// <summary>Those that the tools of a server with these options can use.</summary>
    public static IEnumerable<SupportedScope> ScopesFor(NextcloudToolsOptions options) =>
        NextcloudScopes.For(options).Select(Supported);

    /// <summary>Everything that is wrong with the options, each problem with its key; empty when they are right.</summary>
    public static IReadOnlyList<string> Problems(NextcloudOptions options) =>
        [.. new NextcloudOptionsRules().Validate(name: null, options).Failures ?? []];

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
        services.AddSingleton<ISignIn, NextcloudSignIn>();
        services.TryAddSingleton<AccountReader>();
        services.TryAddSingleton<AccessPageEndpoint>();
        services.TryAddSingleton<NextcloudCallerSource, ConnectionCallerSource>();
        services.TryAddSingleton<RequiredScope>(provider =>
        {
            var server = provider.GetRequiredService<IOptions<McpServerOptions>>();
            return (method, name) => [.. RequiredScopes.Of(server.Value, method, name).Select(Scope.Of)];
        });
        services.AddHostedService<RetiredCredentials>();
        return services;
    }

    /// <summary>Maps the page the tool <c>access</c> links to.</summary>
    public static IEndpointRouteBuilder MapNextcloud(this IEndpointRouteBuilder routes)
    {
        RequestDelegate page = routes.ServiceProvider.GetRequiredService<AccessPageEndpoint>().HandleAsync;
        routes.MapMethods(AccessPageEndpoint.Pattern, [HttpMethods.Get], page);
        return routes;
    }

    // Write implies read, by name: notes.write brings notes.read.
    private static SupportedScope Supported(NextcloudScope scope) =>
        new(
            Scope.Of(scope.Name),
            scope.AppTitle,
            scope.Sentence,
            scope.Name.EndsWith(".write", StringComparison.Ordinal)
                ? Scope.Of(scope.Name.Replace(".write", ".read", StringComparison.Ordinal))
                : null
        )
        {
            Title = scope.Title,
        };
}
