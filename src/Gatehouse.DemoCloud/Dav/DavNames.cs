using System.Xml.Linq;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>The namespaces of Nextcloud's WebDAV.</summary>
internal static class DavNames
{
    public static readonly XNamespace D = "DAV:";
    public static readonly XNamespace S = "http://sabredav.org/ns";
    public static readonly XNamespace Oc = "http://owncloud.org/ns";
    public static readonly XNamespace Nc = "http://nextcloud.org/ns";
    public static readonly XNamespace Ocs = "http://open-collaboration-services.org/ns";

    public static readonly XNamespace Cal = "urn:ietf:params:xml:ns:caldav";
    public static readonly XNamespace Card = "urn:ietf:params:xml:ns:carddav";
    public static readonly XNamespace Cs = "http://calendarserver.org/ns/";
    public static readonly XNamespace Apple = "http://apple.com/ns/ical/";

    /// <summary>Nextcloud's older namespace, still that of the calendar's trash bin.</summary>
    public static readonly XNamespace NcCom = "http://nextcloud.com/ns";

    public static readonly XName CurrentUserPrincipal = D + "current-user-principal";
    public static readonly XName ResourceType = D + "resourcetype";
}
