using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Hosts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>Gatehouse with a demo cloud behind it, short access tokens, a clock that can be moved on, and a person at a browser.</summary>
internal sealed class LabSite : IAsyncDisposable
{
    /// <summary>Several clients refresh five minutes before the end: a minute after the sign-in.</summary>
    public static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(6);

    private readonly GatehouseHost host;

    private LabSite(
        GatehouseHost host,
        MovableTime time,
        Traffic traffic,
        Clients.PersonAtBrowser person,
        Clients.BrowserStub browser
    )
    {
        this.host = host;
        Time = time;
        Traffic = traffic;
        Person = person;
        Browser = browser;
    }

    /// <summary>The MCP endpoint.</summary>
    public string Mcp => host.Mcp;

    /// <summary>What Gatehouse logged.</summary>
    public CapturedLog Log => host.Log;

    public MovableTime Time { get; }

    public Traffic Traffic { get; }

    public Clients.PersonAtBrowser Person { get; }

    /// <summary>The browser a client opens by itself, and its home folder.</summary>
    public Clients.BrowserStub Browser { get; private set; }

    /// <summary>Its public origin.</summary>
    public string Url => host.Url;

    /// <summary>Every secret the lab saw.</summary>
    public NoSecrets Secrets { get; } = new();

    /// <summary>Starts one.</summary>
    /// <param name="documents">Whether it offers to know clients by their metadata documents.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="stepUpClient">A client the operator names as one that finishes a step-up.</param>
    /// <param name="providers">Identity providers to sign in at; the cloud is then linked to the person once. None: people sign in at the cloud.</param>
    /// <param name="time">Its clock; null for one of its own.</param>
    /// <param name="port">Its port; null for any.</param>
    public static async Task<LabSite> StartAsync(
        bool documents,
        CancellationToken cancellationToken,
        string? stepUpClient = null,
        IReadOnlyList<IdentityProviderOptions>? providers = null,
        MovableTime? time = null,
        int? port = null
    )
    {
        time ??= new MovableTime();
        var traffic = new Traffic();
        var host = await GatehouseHost.StartAsync(
            new GatehouseHostOptions
            {
                Sqlite = true,
                Port = port,
                Time = time,
                Gatehouse = options =>
                {
                    options.AccessTokenLifetime = AccessTokenLifetime;
                    options.ClientMetadataDocuments = documents
                        ? ClientMetadataDocumentMode.On
                        : ClientMetadataDocumentMode.Off;
                    if (stepUpClient is not null)
                    {
                        options.StepUpClients.Add(stepUpClient);
                    }

                    if (providers is not null)
                    {
                        // What people are called differs from provider to provider; here all of them are alice of the cloud.
                        options.LinkedSignIn = NextcloudHostingExtensions.SignInName;
                        options.LinkedAccountMustMatch = false;
                    }
                },
                Services = services =>
                {
                    services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(traffic));
                    foreach (var provider in providers ?? [])
                    {
                        services.AddIdentityProvider(provider);
                    }
                },
            },
            cancellationToken
        );
        var person = new Clients.PersonAtBrowser(ScriptedPerson.Alice);
        var browser = await Clients.BrowserStub.StartAsync(person, cancellationToken);
        return new LabSite(host, time, traffic, person, browser);
    }

    /// <summary>Gives the next client a home of its own, and the person a browser without cookies.</summary>
    public async Task BeginAnewAsync(CancellationToken cancellationToken)
    {
        Person.TakeNewBrowser();
        await Browser.DisposeAsync();
        Browser = await Clients.BrowserStub.StartAsync(Person, cancellationToken);
    }

    /// <summary>Moves the clock past the end of every access token.</summary>
    public void LetAccessTokensRunOut() => Time.MoveOn(AccessTokenLifetime + TimeSpan.FromSeconds(1));

    /// <summary>Ends every connection of the person, as an administrator would.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RevokeAsync(CancellationToken cancellationToken)
    {
        var store = host.Services.GetRequiredService<IConnectionStore>();
        var registry = host.Services.GetRequiredService<ConnectionRegistry>();
        var person = new Person(host.Cloud.Address, ScriptedPerson.Alice.Name, "");
        var connections = await store.ListAsync(person.Key, cancellationToken);
        foreach (var connection in connections)
        {
            await registry.RevokeAsync(connection.Id, "revoked by the lab");
        }

        return connections.Count;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        Person.Dispose();
        await host.DisposeAsync();
    }
}
