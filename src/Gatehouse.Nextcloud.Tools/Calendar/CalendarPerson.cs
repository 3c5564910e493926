using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Facts;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Who calls, and in which zone they live.</summary>
internal sealed class CalendarPerson(PersonFactsClient facts)
{
    public async ValueTask<(NextcloudAccount Account, TimeZoneId Zone)> OfAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var account = CallerOf.Get(request).Account;
        var known = await facts.GetAsync(account, cancellationToken);
        return (account, TimeZoneId.TryParse(known.TimeZone, out var zone) ? zone : TimeZoneId.Utc);
    }
}
