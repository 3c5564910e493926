using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Facts;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// Whether a person has the app a tool is for: what they lack is not listed. When their cloud does not say, everything is listed, and a call
/// finds out.
/// </summary>
internal sealed class AppPresence(PersonFactsClient facts)
{
    /// <summary>The test for one person.</summary>
    public async Task<Func<IMcpServerPrimitive?, bool>> OfAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var apps = (await facts.GetAsync(account, cancellationToken)).Apps;
            return primitive => primitive is not null && NeedsOf(primitive).All(apps.Contains);
        }
        catch (NextcloudException)
        {
            return static primitive => primitive is not null;
        }
    }

    private static IEnumerable<string> NeedsOf(IMcpServerPrimitive primitive) =>
        primitive
            .Metadata.OfType<RequiresAppAttribute>()
            .Select(required => required.Id)
            .Append(NextcloudApps.Of(primitive)?.Requires)
            .OfType<string>();
}
