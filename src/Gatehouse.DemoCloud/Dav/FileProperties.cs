using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>The properties of a file or folder.</summary>
internal sealed class FileProperties(DavRequest request, FileTree tree)
{
    private static readonly XName[] OfFolders =
    [
        DavNames.D + "getlastmodified",
        DavNames.ResourceType,
        DavNames.D + "quota-used-bytes",
        DavNames.D + "quota-available-bytes",
        DavNames.D + "getetag",
    ];

    private static readonly XName[] OfFiles =
    [
        DavNames.D + "getlastmodified",
        DavNames.D + "getcontentlength",
        DavNames.ResourceType,
        DavNames.D + "getetag",
        DavNames.D + "getcontenttype",
    ];

    /// <summary>The response element of one node; no names ask for the usual properties.</summary>
    public XElement Response(FileNode node, IReadOnlyList<XName> names)
    {
        if (names.Count == 0)
        {
            names = node.IsFolder ? OfFolders : OfFiles;
        }

        var found = new List<XElement>();
        var missing = new List<XName>();
        foreach (var name in names)
        {
            if (Find(node, name) is { } property)
            {
                found.Add(property);
            }
            else
            {
                missing.Add(name);
            }
        }

        return DavXml.Response(request.Place.Href(node), found, missing);
    }

    private XElement? Find(FileNode node, XName name) =>
        (Live(node, name) ?? node.Properties.GetValueOrDefault(name.ToString())) switch
        {
            null => null,
            "" => DavXml.Empty(name),
            var value => DavXml.Element(name, value),
        };

    private object? Live(FileNode node, XName name) =>
        request.Apps.FileProperty(request.Me, node, name) is { } told ? told
        : name.Namespace == DavNames.D ? Dav(node, name.LocalName)
        : name.Namespace == DavNames.Oc ? Oc(node, name.LocalName)
        : name.Namespace == DavNames.Nc ? Nc(node, name.LocalName)
        : name == DavNames.Ocs + "share-permissions" ? (node.IsFolder ? "31" : "19")
        : null;

    private object? Dav(FileNode node, string name) =>
        name switch
        {
            "getlastmodified" => DateTimeOffset
                .FromUnixTimeSeconds(node.Modified)
                .ToString("R", CultureInfo.InvariantCulture),
            "getetag" => $"\"{node.ETag}\"",
            "resourcetype" => node.IsFolder ? new XElement(DavNames.D + "collection") : "",
            "displayname" => node.Path.IsRoot ? request.Me.Id : node.Path.Name,
            "getcontenttype" when !node.IsFolder => node.ContentType,
            "getcontentlength" when !node.IsFolder => node.Size,
            "quota-used-bytes" when node.IsFolder => tree.SizeOf(node),
            "quota-available-bytes" when node.IsFolder => request.Me.Account.QuotaBytes is { } quota
                ? Math.Max(quota - request.Tree.Used, 0)
                : -3,
            _ => null,
        };

    private object? Oc(FileNode node, string name) =>
        name switch
        {
            "id" => request.OcFileId(node),
            "fileid" => node.Id,
            "permissions" => node.IsFolder ? "RGDNVCK" : "RGDNVW",
            "size" => tree.SizeOf(node),
            "favorite" => node.Favorite ? "1" : "0",
            "owner-id" => request.Me.Id,
            "owner-display-name" => request.Me.Account.DisplayName,
            "tags" => "",
            _ => null,
        };

    private object? Nc(FileNode node, string name) =>
        name switch
        {
            "has-preview" => "false",
            "mount-type" => "",
            "contained-file-count" when node.IsFolder => tree.Children(node.Path).Count(child => !child.IsFolder),
            "contained-folder-count" when node.IsFolder => tree.Children(node.Path).Count(child => child.IsFolder),
            "creation_time" => "0",
            "upload_time" when !node.IsFolder => node.Uploaded,
            _ => null,
        };
}
