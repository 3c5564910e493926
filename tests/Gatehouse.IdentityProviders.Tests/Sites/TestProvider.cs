using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.IdentityProviders.Tests.Sites;

/// <summary>A provider as the product has it, pointed at a site, with a clock of its own.</summary>
internal sealed class TestProvider : IDisposable
{
    private readonly ProviderHttp http;

    public TestProvider(ProviderSite site, Action<IdentityProviderOptions>? change = null)
    {
        var options = new IdentityProviderOptions
        {
            Preset = "oidc",
            Issuer = site.Address,
            ClientId = "client",
            ClientSecret = "very-secret",
        };
        change?.Invoke(options);
        http = new ProviderHttp(Time);
        Provider = new IdentityProvider(
            ConfiguredProvider.Create(options, PresetChoice.Of(options)!),
            http,
            Time,
            NullLoggerFactory.Instance
        );
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    public IdentityProvider Provider { get; }

    public void Dispose() => http.Dispose();
}
