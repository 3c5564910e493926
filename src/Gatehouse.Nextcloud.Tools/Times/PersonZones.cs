using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Facts;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Times;

/// <summary>Knows each person's time zone from what is known of them anyway.</summary>
internal sealed class PersonZones(PersonFactsClient facts)
{
    /// <summary>The zone; UTC when the cloud does not say, or names one this machine does not know.</summary>
    public async Task<PersonZone> OfAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        try
        {
            var known = await facts.GetAsync(account, cancellationToken);
            return new(TimeZoneInfo.TryFindSystemTimeZoneById(known.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc);
        }
        catch (NextcloudException)
        {
            return new(TimeZoneInfo.Utc);
        }
    }
}
