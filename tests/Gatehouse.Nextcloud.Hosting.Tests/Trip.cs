using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Nextcloud.Hosting.Tests;

/// <summary>Alice on her way from a client through Gatehouse to the demo cloud, with a clock and stores that obey the test.</summary>
internal sealed class Trip : IAsyncDisposable
{
    private readonly ScriptedBrowser browser = new();

    private Trip(GatehouseHost host, FakeTimeProvider time, StoreFaults stores)
    {
        Host = host;
        Time = time;
        Stores = stores;
        Client = new ScriptedClient(host.Url);
    }

    public GatehouseHost Host { get; }

    public DemoCloudServer Cloud => Host.Cloud;

    public FakeTimeProvider Time { get; }

    public StoreFaults Stores { get; }

    public ScriptedClient Client { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Trip> StartAsync(Action<GatehouseHostOptions>? change = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var stores = new StoreFaults();
        var options = new GatehouseHostOptions
        {
            Time = time,
            Services = services =>
            {
                stores.Watch<AspNetCore.Connections.IConnectionStore>(services);
                // The clock of a test turns faster than a busy machine answers.
                services.AddSingleton(provider => new NextcloudTransport(
                    new NextcloudTransportOptions { Timeout = TimeSpan.FromDays(1) },
                    time,
                    provider.GetRequiredService<ILogger<NextcloudTransport>>()
                ));
            },
        };
        change?.Invoke(options);
        var trip = new Trip(await GatehouseHost.StartAsync(options, Token), time, stores);
        await trip.Client.RegisterAsync(Token);
        return trip;
    }

    public SignInWalk NewWalk() => new(browser, ScriptedPerson.Alice);

    /// <summary>A new tab in the same browser.</summary>
    public ScriptedTab NewTab() => browser.NewTab();

    /// <summary>A walk that stands at the waiting page, or at the page that says why it does not.</summary>
    public async Task<SignInWalk> AllowAsync()
    {
        var walk = NewWalk();
        await walk.OpenAsync(Client.NewAuthorizationUrl(), Token);
        await walk.AllowAsync(Token);
        return walk;
    }

    /// <summary>A whole sign-in; the client has its tokens afterwards.</summary>
    public async Task ConnectAsync()
    {
        var redirect = await NewWalk().WalkAsync(Client.NewAuthorizationUrl(), Token);
        var answer = await Client.RedeemAsync(redirect, Token);
        Assert.True(answer.Error is null, answer.ToString());
    }

    /// <summary>Turns the clock until something the background does has come about.</summary>
    public async Task TurnUntilAsync(Func<Task<bool>> done, TimeSpan step)
    {
        using var http = new HttpClient();
        for (var turn = 0; turn < 2000 && !await done(); turn++)
        {
            Time.Advance(step);

            // A request lets the background run; how often is the machine's affair.
            using var _ = await http.GetAsync(new Uri(Host.Url + "/.well-known/jwks.json"), Token);
        }

        Assert.True(await done(), "It did not come about.");
    }

    /// <summary>The same for what can be seen at once.</summary>
    public Task TurnUntilAsync(Func<bool> done, TimeSpan step) => TurnUntilAsync(() => Task.FromResult(done()), step);

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        Client.Dispose();
        await Host.DisposeAsync();
    }
}
