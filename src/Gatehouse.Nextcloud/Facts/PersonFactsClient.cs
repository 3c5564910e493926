using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Facts;

/// <summary>
/// Asks for the facts of a person, two calls side by side, and keeps them five minutes: an app that an administrator installs appears by itself.
/// </summary>
public sealed class PersonFactsClient(NextcloudTransport transport, TimeProvider time)
{
    private static readonly CloudRequest navigation = OcsCall.Get(
        "/ocs/v2.php/core/navigation/apps?format=json",
        "Asking which apps there are"
    );

    private readonly CapabilitiesClient capabilities = new(transport);
    private readonly PersonCache<PersonFacts> people = new(time, TimeSpan.FromMinutes(5));

    /// <summary>The facts.</summary>
    /// <exception cref="NextcloudException">The cloud did not say.</exception>
    public ValueTask<PersonFacts> GetAsync(NextcloudAccount account, CancellationToken cancellationToken) =>
        people.GetAsync(account, token => AskAsync(account, token), cancellationToken);

    private async Task<PersonFacts> AskAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var asked = capabilities.GetAsync(account, cancellationToken);
        var answer = await transport.CallAsync(account.Login, navigation, cancellationToken);
        var entries = OcsCall.DataOf(navigation, answer, FactsJson.Default.OcsEnvelopeNavigationEntryArray);
        var known = await asked;
        var apps = known.Names.Union(entries.Select(entry => entry.App ?? entry.Id).OfType<string>());
        return new(
            known.Version,
            string.IsNullOrEmpty(known.TimeZone) ? "UTC" : known.TimeZone,
            known.HasTrashBin ? apps.Add("files_trashbin") : apps
        );
    }
}
