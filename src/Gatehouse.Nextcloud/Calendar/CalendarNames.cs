using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>The XML names of calendars. Nextcloud writes its own in two namespaces: here the one it uses for calendars.</summary>
internal static class CalendarNames
{
    public static readonly XNamespace CalDav = "urn:ietf:params:xml:ns:caldav";
    public static readonly XNamespace CalendarServer = "http://calendarserver.org/ns/";
    public static readonly XNamespace Apple = "http://apple.com/ns/ical/";
    public static readonly XNamespace NextcloudCalendar = "http://nextcloud.com/ns";
    public static readonly XNamespace OwnCloud = "http://owncloud.org/ns";
    public static readonly XNamespace Dav = "DAV:";

    public static readonly XName ETag = Dav + "getetag";
    public static readonly XName DisplayName = Dav + "displayname";
    public static readonly XName ResourceType = Dav + "resourcetype";
    public static readonly XName Data = CalDav + "calendar-data";
    public static readonly XName Components = CalDav + "supported-calendar-component-set";
    public static readonly XName Transparency = CalDav + "schedule-calendar-transp";
    public static readonly XName Color = Apple + "calendar-color";
    public static readonly XName Order = Apple + "calendar-order";
    public static readonly XName OwnerPrincipal = OwnCloud + "owner-principal";
    public static readonly XName Invite = OwnCloud + "invite";
    public static readonly XName Privileges = Dav + "current-user-privilege-set";
    public static readonly XName Source = CalendarServer + "source";
    public static readonly XName PublishUrl = CalendarServer + "publish-url";
    public static readonly XName DeletedAt = NextcloudCalendar + "deleted-at";
    public static readonly XName DeletedFrom = NextcloudCalendar + "calendar-uri";
}
