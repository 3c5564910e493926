namespace Gatehouse.DemoCloud.Dav;

/// <summary>The DAV header. Nextcloud loads its plugins by path, so that each tree tells another list.</summary>
internal static class DavFeatures
{
    public const string Legacy = "1, 3, extended-mkcol, nextcloud-checksum-update";

    private const string Head = "1, 3, extended-mkcol, access-control, calendarserver-principal-property-search, ";
    private const string Tail =
        "nc-paginate, nextcloud-checksum-update, nc-calendar-search, nc-enable-birthday-calendar";

    /// <summary>What every tree has.</summary>
    public const string Common = Head + Tail;

    public static string With(string own) => $"{Head}{own}, {Tail}";
}
