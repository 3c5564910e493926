using System.Text;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Where the calendar app shows an event: its DAV path in base64, as Nextcloud's own search links to it.</summary>
internal static class EventLink
{
    public static string Of(NextcloudAccount account, CalendarObjectId id)
    {
        var path =
            $"{account.Cloud.Path}/remote.php/dav/calendars/{Uri.EscapeDataString(account.DavPrincipal.Name)}/"
            + $"{Uri.EscapeDataString(id.Calendar.ToString())}/{Uri.EscapeDataString(id.Name)}";
        return account.Cloud.Link(
            "/index.php/apps/calendar/edit/"
                + Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(path)))
        );
    }
}
