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

    public static readonly XName CurrentUserPrincipal = D + "current-user-principal";
    public static readonly XName ResourceType = D + "resourcetype";
}
