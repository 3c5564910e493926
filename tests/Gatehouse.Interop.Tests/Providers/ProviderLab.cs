using Gatehouse.Interop.Tests.Compatibility;
using Gatehouse.Interop.Tests.Lab;
using Gatehouse.Testing.Hosts;
using Gatehouse.Testing.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Interop.Tests.Providers;

/// <summary>
/// All providers, running: the simulated ones at one site, where people choose among them; each real one at a site of its own, because its clock cannot
/// be moved on with the site's for long.
/// </summary>
public sealed class ProviderLab : IAsyncLifetime
{
    private const string Cloud = "nextcloud";
    private const string CloudName = "Nextcloud, Login Flow v2";

    private static readonly Dictionary<
        string,
        (string Name, string Driven, Func<string, CancellationToken, Task<RealProvider>> StartAsync)
    > real = new(StringComparer.Ordinal)
    {
        ["oidc-provider"] = (
            "oidc-provider 9.13.3, default configuration",
            "npm, in its own process; configured here with issuer, client identifier and secret, and no preset.",
            async (callback, stop) => await OidcProvider.StartPoorAsync(callback, stop)
        ),
        ["oidc-provider-rich"] = (
            "oidc-provider 9.13.3, with claims and refresh tokens",
            "npm, in its own process; no preset.",
            async (callback, stop) => await OidcProvider.StartRichAsync(callback, stop)
        ),
        ["oauth2-mock-server"] = (
            "oauth2-mock-server 8.2.3",
            "npm, in its own process; no preset and no secret: it knows public clients only. Its subject is always johndoe.",
            async (_, stop) => await NpmProvider.StartAsync("oauth2-mock-server-8.2.3", [], stop, takesSecret: false)
        ),
        ["openiddict"] = (
            "OpenIddict 7.8.0",
            "Its server in the test's process, keys on an elliptic curve, code challenges required; no preset.",
            async (callback, _) => await OpenIddictProvider.StartAsync(callback)
        ),
    };

    private readonly Dictionary<string, ProviderCase> cases = new(StringComparer.Ordinal);
    private readonly List<IAsyncDisposable> started = [];
    private readonly MovableTime time = new();

    /// <summary>All keys, the real ones first.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [.. real.Keys, Cloud, .. SimulatedProviders.All.Select(quirks => quirks.Slug)];

    /// <summary>The names of all, for the page.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. real.Values.Select(one => one.Name), CloudName, .. SimulatedProviders.All.Select(quirks => quirks.Name)];

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(started))
        {
            await one.DisposeAsync();
        }
    }

    internal async Task<ProviderCase> OfAsync(string key, CancellationToken cancellationToken)
    {
        if (!cases.ContainsKey(key))
        {
            if (real.ContainsKey(key))
            {
                await StartRealAsync(key, cancellationToken);
            }
            else if (key == Cloud)
            {
                var site = Keep(await LabSite.StartAsync(documents: false, cancellationToken));
                cases[key] = new ProviderCase(
                    Simulated(CloudName, "The demo cloud of this repository, held to recordings of a real Nextcloud."),
                    site
                );
            }
            else
            {
                await StartSimulatedAsync(cancellationToken);
            }
        }

        return cases[key];
    }

    private static ProviderLine Simulated(string name, string driven) => new(name, ProviderKind.Simulated, driven);

    private async Task StartRealAsync(string key, CancellationToken cancellationToken)
    {
        var (name, driven, startAsync) = real[key];
        var port = LoopbackPorts.Take(1);
        var provider = Keep(await startAsync($"http://127.0.0.1:{port}/callback/{key}", cancellationToken));
        var site = Keep(
            await LabSite.StartAsync(
                documents: false,
                cancellationToken,
                providers:
                [
                    new IdentityProviderOptions
                    {
                        Name = key,
                        Issuer = provider.Issuer,
                        ClientId = RealProvider.ClientId,
                        ClientSecret = provider.TakesSecret ? RealProvider.ClientSecret : null,
                    },
                ],
                port: port
            )
        );
        cases[key] = new ProviderCase(new ProviderLine(name, ProviderKind.Real, driven), site) { Real = provider };
    }

    private async Task StartSimulatedAsync(CancellationToken cancellationToken)
    {
        var engines = new List<ProviderEngine>();
        foreach (var quirks in SimulatedProviders.All)
        {
            engines.Add(Keep(await ProviderEngine.StartAsync(quirks, time)));
        }

        var site = Keep(
            await LabSite.StartAsync(
                documents: false,
                cancellationToken,
                providers: [.. engines.Select(OptionsOf)],
                time: time
            )
        );
        foreach (var engine in engines)
        {
            var slug = engine.Quirks.Slug;
            engine.RedirectUris.Add($"{site.Url}/callback/{slug}");
            cases[slug] = new ProviderCase(
                Simulated(engine.Quirks.Name, $"Simulated on loopback; preset `{slug}`."),
                site
            )
            {
                Engine = engine,
            };
        }
    }

    private static IdentityProviderOptions OptionsOf(ProviderEngine engine)
    {
        var options = new IdentityProviderOptions
        {
            Preset = engine.Quirks.Slug,
            Title = engine.Quirks.Name,
            Issuer = engine.Issuer,
            ClientId = engine.ClientId,
            ClientSecret = engine.ClientSecret,
            Allow = { Everyone = true },
        };
        foreach (var (name, value) in engine.Settings)
        {
            options.Settings[name] = value;
        }

        return options;
    }

    private T Keep<T>(T one)
        where T : IAsyncDisposable
    {
        started.Add(one);
        return one;
    }
}
