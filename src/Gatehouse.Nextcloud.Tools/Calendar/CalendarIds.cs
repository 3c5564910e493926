using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Completes the id of a calendar resource.</summary>
internal static class CalendarIds
{
    /// <summary>Calendars whose id or title holds what was typed, percent-encoded.</summary>
    public static async Task<IEnumerable<string>> CompleteAsync(
        IServiceProvider services,
        NextcloudAccount account,
        string typed,
        CancellationToken cancellationToken
    )
    {
        var all = await services.GetRequiredService<CalendarsClient>().KnownAsync(account, cancellationToken);
        var name = Uri.UnescapeDataString(typed);
        return all.Where(one => Holds(one.Title) || Holds(one.Name.ToString()))
            .Select(one => CalendarUri.Of(one.Name)[CalendarUri.Prefix.Length..]);

        bool Holds(string text) => text.Contains(name, StringComparison.OrdinalIgnoreCase);
    }
}
