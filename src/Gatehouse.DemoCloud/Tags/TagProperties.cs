using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;

namespace Gatehouse.DemoCloud.Tags;

/// <summary>The properties of a tag, wherever it is told.</summary>
internal static class TagProperties
{
    private static readonly XName[] usual = [DavNames.ResourceType];

    /// <summary>A collection of tags: it has none of their properties.</summary>
    public static XElement Holder(string href, IReadOnlyList<XName> names) =>
        DavXml.Response(
            href,
            names.Count == 0 ? usual : names,
            name => name == DavNames.ResourceType ? new XElement(name, new XElement(DavNames.D + "collection")) : null
        );

    public static XElement Response(string href, SystemTag tag, IReadOnlyList<XName> names) =>
        DavXml.Response(href, names.Count == 0 ? usual : names, name => Find(tag, name));

    private static XElement? Find(SystemTag tag, XName name) =>
        name == DavNames.ResourceType ? DavXml.Empty(name)
        : name == DavNames.Oc + "id" ? new XElement(name, tag.Id)
        : name == DavNames.Oc + "display-name" ? new XElement(name, tag.Name)
        : name == DavNames.Nc + "color" ? new XElement(name, tag.Color)
        : name.Namespace == DavNames.Oc && name.LocalName is "user-visible" or "user-assignable" or "can-assign"
            ? new XElement(name, "true")
        : null;
}
