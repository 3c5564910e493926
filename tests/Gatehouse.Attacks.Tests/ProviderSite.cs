using Gatehouse.Testing.Hosts;
using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Attacks.Tests;

/// <summary>A site whose people sign in at an identity provider that does not mean well, and a client that waits for its answer.</summary>
internal sealed class ProviderSite : IAsyncDisposable
{
    private readonly CapturedLog log;
    private readonly HttpClient internet = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
    );

    private ProviderSite(Site site, ProviderEngine engine, SiteClient client, CapturedLog log) =>
        (Site, Engine, Client, this.log) = (site, engine, client, log);

    public Site Site { get; }

    /// <summary>The provider, called "door" in the configuration.</summary>
    public ProviderEngine Engine { get; }

    public SiteClient Client { get; }

    /// <summary>What was logged.</summary>
    public string Log => log.Text;

    public static async Task<ProviderSite> StartAsync(ProviderQuirks? quirks = null, ProviderEngine? other = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero));
        var engine = await ProviderEngine.StartAsync(quirks ?? GenericProvider.Plain, time);
        var log = new CapturedLog();
        var site = await Site.StartAsync(
            new SiteOptions
            {
                Time = time,
                Services = services =>
                {
                    services.AddLogging(logging => logging.AddProvider(new CapturingLoggerProvider(log)));
                    services.RemoveAll<AspNetCore.SignIn.ISignIn>();
                    services.AddIdentityProvider(options => Configure(options, "door", engine));
                    if (other is not null)
                    {
                        services.AddIdentityProvider(options => Configure(options, "other", other));
                    }
                },
            }
        );
        return new ProviderSite(site, engine, await SiteClient.RegisterAsync(site), log);
    }

    /// <summary>A browser that approved the client and was sent to the provider.</summary>
    /// <param name="choice">The name of the provider, where there are two.</param>
    public async Task<ProviderTrip> LeaveAsync(string? choice = null)
    {
        var browser = new SiteBrowser(Site);
        var consent = await browser.OpenAsync(Client.AuthorizeUrl());
        var path = (await browser.DecideAsync(consent, "approve")).Location;
        var page = await browser.OpenAsync(path);
        if (choice is not null)
        {
            page = await browser.PostAsync(path, [("action", "choose"), ("sign_in", choice)]);
            page = page.Location.StartsWith('/') ? await browser.OpenAsync(page.Location) : page;
        }

        return new ProviderTrip(browser, path, page);
    }

    /// <summary>Opens an address of a provider, which sends the browser back.</summary>
    /// <returns>The address of the callback, without the origin.</returns>
    public async Task<string> BrowseAsync(string link)
    {
        using var answer = await internet.GetAsync(new Uri(link), TestContext.Current.CancellationToken);
        var location = answer.Headers.Location?.ToString() ?? $"(none: {(int)answer.StatusCode})";
        Assert.StartsWith(Site.Options.PublicUrl + "/callback/", location, StringComparison.Ordinal);
        return location[Site.Options.PublicUrl.Length..];
    }

    /// <summary>A whole sign-in.</summary>
    public async Task<(ProviderTrip Trip, SiteAnswer End)> SignInAsync()
    {
        var trip = await LeaveAsync();
        return (trip, await trip.ReturnAsync(await BrowseAsync(trip.Link)));
    }

    /// <summary>The client got nothing, the person reads why, and the operator finds it by the support id.</summary>
    public void AssertRefused(ProviderTrip trip, SiteAnswer page, string problem, string logged)
    {
        Assert.Equal(problem, page.Problem);
        Assert.DoesNotContain("code=", page.Body, StringComparison.Ordinal);
        Assert.Contains(trip.SupportId, page.Body, StringComparison.Ordinal);
        Assert.Contains(
            log.Lines,
            line =>
                line.Contains(trip.SupportId, StringComparison.Ordinal)
                && line.Contains(logged, StringComparison.OrdinalIgnoreCase)
        );
        Assert.DoesNotContain("IConnectionStore.ConnectAsync", Site.Stores.Calls);
    }

    public async ValueTask DisposeAsync()
    {
        internet.Dispose();
        Client.Dispose();
        await Site.DisposeAsync();
        await Engine.DisposeAsync();
    }

    private static void Configure(IdentityProviderOptions options, string name, ProviderEngine engine)
    {
        options.Name = name;
        options.Title = name;
        options.Issuer = engine.Issuer;
        options.ClientId = engine.ClientId;
        options.ClientSecret = engine.ClientSecret;
    }
}
