using Gatehouse.Interop.Tests.Compatibility;
using Gatehouse.Interop.Tests.Lab;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Providers;

namespace Gatehouse.Interop.Tests.Providers;

/// <summary>A provider, and the site where people sign in at it.</summary>
/// <param name="Line">Its line of the table.</param>
/// <param name="Site">The site.</param>
internal sealed record ProviderCase(ProviderLine Line, LabSite Site)
{
    /// <summary>The simulation; null where it is none.</summary>
    public ProviderEngine? Engine { get; init; }

    /// <summary>Somebody else's; null where it is none.</summary>
    public RealProvider? Real { get; init; }

    /// <summary>The way of a person; null for the cloud's own.</summary>
    public Func<ScriptedBrowser, string, CancellationToken, Task<Uri>>? Way =>
        (Engine, Real) switch
        {
            ({ } engine, _) => (browser, url, cancellationToken) =>
                new ProviderWalk(browser, ScriptedPerson.Alice)
                {
                    Choice = engine.Quirks.Name,
                    IsProvider = address => address.GetLeftPart(UriPartial.Authority) == engine.EndpointHost,
                }.WalkAsync(url, cancellationToken),
            (_, { } real) => (browser, url, cancellationToken) =>
                new ProviderWalk(browser, ScriptedPerson.Alice)
                {
                    IsProvider = address => address.Authority == new Uri(real.Issuer).Authority,
                    AtProvider = real.SignInAsync,
                }.WalkAsync(url, cancellationToken),
            _ => null,
        };
}
