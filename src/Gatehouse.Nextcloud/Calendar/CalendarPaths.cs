using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>Where a person's calendars are below the cloud's base, percent-encoded.</summary>
internal static class CalendarPaths
{
    private const string Root = "/remote.php/dav/calendars/";

    /// <summary>RFC 4791 §6.2.1: the calendar home, which Nextcloud names after the principal.</summary>
    public static string Home(NextcloudAccount account) => $"{Root}{Uri.EscapeDataString(account.DavPrincipal.Name)}/";

    public static string Of(NextcloudAccount account, CalendarName calendar) => $"{Home(account)}{calendar.Encoded}/";

    public static string Of(NextcloudAccount account, CalendarObjectId id) =>
        Of(account, id.Calendar) + Uri.EscapeDataString(id.Name);

    public static string Outbox(NextcloudAccount account) => Home(account) + "outbox/";

    public static string Trash(NextcloudAccount account) => Home(account) + "trashbin/objects/";

    /// <summary>The last segment of an href, decoded; empty when there is none.</summary>
    public static string LastSegment(string href)
    {
        var trimmed = href.TrimEnd('/');
        return Uri.UnescapeDataString(trimmed[(trimmed.LastIndexOf('/') + 1)..]);
    }
}
