using System.Xml;
using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>Reads XML of a cloud without what XML can do to its reader: no DTD, no entities, no other documents.</summary>
internal static class DavXml
{
    public static XNamespace Dav { get; } = "DAV:";
    public static XNamespace OwnCloud { get; } = "http://owncloud.org/ns";
    public static XNamespace Nextcloud { get; } = "http://nextcloud.org/ns";

    private static readonly XmlReaderSettings settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads a document.</summary>
    /// <exception cref="XmlException">The bytes are no well-formed XML or hold a DTD.</exception>
    public static XDocument Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        using var reader = XmlReader.Create(stream, settings);
        return XDocument.Load(reader);
    }

    /// <summary>A request body: one element with Nextcloud's usual prefixes.</summary>
    public static string Body(XElement root)
    {
        root.SetAttributeValue(XNamespace.Xmlns + "d", Dav.NamespaceName);
        root.SetAttributeValue(XNamespace.Xmlns + "oc", OwnCloud.NamespaceName);
        root.SetAttributeValue(XNamespace.Xmlns + "nc", Nextcloud.NamespaceName);
        return "<?xml version=\"1.0\"?>" + root.ToString(SaveOptions.DisableFormatting);
    }
}
