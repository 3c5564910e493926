using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>Says at start where nobody is restrained and nobody knows whom that means: only the operator can tell whether anybody may sign up at such a provider.</summary>
internal sealed class OpenDoorWarning(IOptions<IdentityProviderList> list, ILogger<OpenDoorWarning> log)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var options in list.Value.Items.Where(IsOpen))
        {
            log.NobodyIsRestrained(options.Name ?? PresetChoice.Generic, options.Issuer ?? "");
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsOpen(IdentityProviderOptions options) =>
        PresetChoice.Of(options)?.Slug == PresetChoice.Generic && !options.Allow.IsSaid();
}
