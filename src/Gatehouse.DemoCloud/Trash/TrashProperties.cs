using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Trash;

/// <summary>The properties of something in the trash bin.</summary>
internal static class TrashProperties
{
    private static readonly IReadOnlyList<XName> OfFolders =
    [
        DavNames.D + "getlastmodified",
        DavNames.ResourceType,
        DavNames.D + "getetag",
    ];

    public static XElement Response(DavCall call, TrashedFile deleted, IReadOnlyList<XName> names)
    {
        if (names.Count == 0)
        {
            names = deleted.Top.IsFolder ? OfFolders : StoredBytes.Usual;
        }

        var slash = deleted.Top.IsFolder ? "/" : "";
        return DavXml.Response(
            call.Href($"trashbin/{call.Me.Id}/trash/{deleted.Name}{slash}"),
            names,
            name => Find(call, deleted, name)
        );
    }

    private static XElement? Find(DavCall call, TrashedFile deleted, XName name)
    {
        var top = deleted.Top;
        var own =
            name.Namespace == DavNames.Nc ? Nc(call, deleted, name.LocalName)
            : name.Namespace == DavNames.Oc ? Oc(deleted, name.LocalName)
            : null;
        // The real one knows of the time it was deleted in, not of the one it was modified in.
        var etag = deleted.Deleted.ToString(CultureInfo.InvariantCulture);
        return own is not null ? DavXml.Element(name, own)
            : name == DavNames.D + "displayname" ? DavXml.Element(name, top.Path.Name)
            : top.IsFolder && name == DavNames.ResourceType
                ? new XElement(name, new XElement(DavNames.D + "collection"))
            : top.IsFolder && name.LocalName is "getcontentlength" or "getcontenttype" ? null
            : StoredBytes.Find(name, deleted.Deleted, top.Size, etag, top.ContentType);
    }

    private static object? Nc(DavCall call, TrashedFile deleted, string name) =>
        name switch
        {
            "trashbin-filename" => deleted.Top.Path.Name,
            "trashbin-original-location" or "trashbin-title" => deleted.Top.Path.Value,
            "trashbin-deletion-time" => deleted.Deleted,
            "trashbin-deleted-by-id" => call.Me.Id,
            "trashbin-deleted-by-display-name" => call.Me.Account.DisplayName,
            "has-preview" => "false",
            "mount-type" => "",
            _ => null,
        };

    private static object? Oc(TrashedFile deleted, string name) =>
        name switch
        {
            "fileid" => deleted.Top.Id,
            "size" => deleted.Size,
            "permissions" => "GD",
            _ => null,
        };
}
