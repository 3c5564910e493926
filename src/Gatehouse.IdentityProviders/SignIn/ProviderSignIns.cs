using Gatehouse.AspNetCore.SignIn;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>The strategy of each provider.</summary>
internal sealed class ProviderSignIns(IdentityProviderDirectory directory, TimeProvider time, ILoggerFactory loggers)
{
    /// <summary>The sign-in at one of the providers, counted from 0 in the order in which they were added.</summary>
    public ISignIn At(int index)
    {
        var provider = directory.All[index];
        return provider.Configuration.Facts.Protocol switch
        {
            ProviderProtocol.OpenIdConnect => new OpenIdConnectSignIn(
                provider,
                time,
                loggers.CreateLogger<OpenIdConnectSignIn>()
            ),
            ProviderProtocol.OAuth => new OAuthSignIn(provider, time, loggers.CreateLogger<OAuthSignIn>()),
            var other => throw new InvalidOperationException($"{other} is no sign-in by redirect."),
        };
    }
}
