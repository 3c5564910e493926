using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.Testing.Hosts;
using Gatehouse.Testing.Providers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.IdentityProviders.Tests.SignIn;

/// <summary>A provider on loopback, the sign-in that is configured for it, and the browser between both.</summary>
internal sealed class ProviderVisit : IAsyncDisposable
{
    public const string Callback = "https://mcp.example.com/callback/the-provider";

    private readonly ServiceProvider services;
    private readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private ProviderVisit(
        ProviderEngine engine,
        FakeTimeProvider time,
        Action<IdentityProviderOptions, ProviderEngine> configure
    )
    {
        (Engine, Time) = (engine, time);
        engine.RedirectUris.Add(Callback);
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(time);
        collection.AddLogging(logging =>
            logging.AddProvider(new CapturingLoggerProvider(Log)).SetMinimumLevel(LogLevel.Information)
        );
        collection.AddIdentityProvider(options =>
        {
            options.Name = "the-provider";
            options.Title = "The Provider";
            options.Preset = engine.Quirks.Slug.Split(':')[0];
            options.Issuer = engine.Issuer;
            options.ClientId = engine.ClientId;
            options.ClientSecret = engine.ClientSecret;
            options.Allow.Everyone = true;
            options.AccountClaim = AccountClaimOf(options.Preset);
            foreach (var (name, value) in engine.Settings)
            {
                options.Settings[name] = value;
            }

            configure(options, engine);
        });
        services = collection.BuildServiceProvider();
        SignIn = services.GetRequiredService<ISignIn>();
    }

    // What an operator would write where the facts take nothing for granted.
    private static string? AccountClaimOf(string preset) =>
        preset switch
        {
            "oidc" or "zitadel" or "pingone" => "preferred_username",
            "github" or "github-app" => "login",
            "cognito" => "cognito:username",
            _ => KnownProviders.Find(preset) is { Identity.UserName.Count: > 0 } ? null : "email",
        };

    public ProviderEngine Engine { get; }

    public FakeTimeProvider Time { get; }

    public ISignIn SignIn { get; }

    /// <summary>What was logged.</summary>
    public CapturedLog Log { get; } = new();

    public SignInRequest Request { get; init; } =
        new(TransactionId.New(), "Test Client", "127.0.0.1") { CallbackUrl = Callback };

    public static async Task<ProviderVisit> StartAsync(
        ProviderQuirks quirks,
        Action<IdentityProviderOptions>? configure = null
    ) => await StartAsync(quirks, (options, _) => configure?.Invoke(options));

    public static async Task<ProviderVisit> StartAsync(
        ProviderQuirks quirks,
        Action<IdentityProviderOptions, ProviderEngine> configure
    )
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero));
        var engine = await ProviderEngine.StartAsync(quirks, time);
        return new ProviderVisit(engine, time, configure);
    }

    /// <summary>A whole sign-in.</summary>
    public async Task<SignInStep> SignInAsync()
    {
        var away = await LeaveAsync();
        return await ReturnAsync(away, await BrowseAsync(away.Link));
    }

    /// <summary>Begins, and must be sent to the provider.</summary>
    public async Task<SignInProgress> LeaveAsync()
    {
        var waiting = Assert.IsType<SignInStep.Waiting>(
            await SignIn.StartAsync(Request, TestContext.Current.CancellationToken)
        );
        Assert.True(waiting.Progress.IsRedirect);
        return waiting.Progress;
    }

    /// <summary>Opens an address of the provider, which must send the browser back.</summary>
    /// <returns>The parameters of the callback.</returns>
    public async Task<Dictionary<string, string>> BrowseAsync(string link)
    {
        using var answer = await browser.GetAsync(new Uri(link), TestContext.Current.CancellationToken);
        var location = answer.Headers.Location;
        Assert.True(
            location is not null,
            $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}"
        );
        Assert.StartsWith(Callback, location.ToString(), StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(location.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    /// <summary>Comes back to the callback.</summary>
    public Task<SignInStep> ReturnAsync(SignInProgress away, Dictionary<string, string> parameters) =>
        SignIn.ContinueAsync(Request, away.State, new SignInAnswer(parameters), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await services.DisposeAsync();
        await Engine.DisposeAsync();
    }
}
