using Gatehouse.IdentityProviders.Transport;
using Microsoft.Extensions.Options;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>The providers of a host, one object each.</summary>
internal sealed class IdentityProviderDirectory(
    IOptions<IdentityProviderList> list,
    ProviderHttp http,
    TimeProvider time,
    ILoggerFactory loggers
)
{
    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<IdentityProvider> All { get; } =
    [
        .. list.Value.Items.Select(options => new IdentityProvider(
            ConfiguredProvider.Create(options, PresetChoice.Of(options)!),
            http,
            time,
            loggers
        )),
    ];

    /// <summary>The one of this name; null when there is none (any more).</summary>
    public IdentityProvider? Find(string name) => All.FirstOrDefault(provider => provider.Configuration.Name == name);
}
