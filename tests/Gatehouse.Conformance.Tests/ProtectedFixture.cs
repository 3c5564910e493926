using Gatehouse.Conformance.Tests.Fixture;
using Gatehouse.Testing.Hosts;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Conformance.Tests;

/// <summary>The server the suite asks for, hosted by Gatehouse behind Gatehouse's own sign-in, and a person who has signed in.</summary>
internal sealed class ProtectedFixture : IAsyncDisposable
{
    private readonly TokenProxy proxy;

    private ProtectedFixture(Site site, TokenProxy proxy)
    {
        Site = site;
        this.proxy = proxy;
    }

    /// <summary>The site.</summary>
    public Site Site { get; }

    /// <summary>Its public origin.</summary>
    public string Origin => Site.Options.PublicUrl;

    /// <summary>Starts it.</summary>
    public static async Task<ProtectedFixture> StartAsync(bool signedIn)
    {
        var port = LoopbackPorts.Take(1);
        var site = await Site.StartAsync(
            new SiteOptions
            {
                PublicUrl = $"http://127.0.0.1:{port}",
                Services = AddFixture,
                Resource = app => app.MapGatehouseMcp(),
            }
        );
        try
        {
            var token = signedIn ? await SignInAsync(site) : null;
            return new ProtectedFixture(site, await TokenProxy.StartAsync(port, site.NewHttp(), token));
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await proxy.DisposeAsync();
        await Site.DisposeAsync();
    }

    private static async Task<string> SignInAsync(Site site)
    {
        using var client = await SiteClient.RegisterAsync(site);
        return (string)(await client.ConnectAsync()).Json["access_token"]!;
    }

    private static void AddFixture(IServiceCollection services)
    {
        services.AddSingleton<RequestStates>();
        services.AddDataProtection();
        services
            .AddMcpServer(server =>
            {
                server.ServerInfo = new Implementation { Name = "conformance", Version = "1.0.0" };
                server.Capabilities = new ServerCapabilities
                {
                    Resources = new ResourcesCapability { Subscribe = true },
                };
            })
            .WithGatehouseTransport()
            .WithTools([typeof(ContentTools), typeof(SessionTools), typeof(ChangingTools)])
            .WithTools<InputRequiredTools>()
            .WithPrompts([typeof(FixturePrompts)])
            .WithResources([typeof(FixtureResources)])
            .WithCompleteHandler((_, _) => ValueTask.FromResult(new CompleteResult()))
            .WithSubscribeToResourcesHandler((_, _) => ValueTask.FromResult(new EmptyResult()))
            .WithUnsubscribeFromResourcesHandler((_, _) => ValueTask.FromResult(new EmptyResult()))
            .WithSetLoggingLevelHandler((_, _) => ValueTask.FromResult(new EmptyResult()));
    }
}
