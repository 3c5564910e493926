using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>Reads XML of a cloud without what XML can do to its reader: no DTD, no entities, no other documents.</summary>
internal static class DavXml
{
    public static XNamespace Dav { get; } = "DAV:";
    public static XNamespace OwnCloud { get; } = "http://owncloud.org/ns";
    public static XNamespace Nextcloud { get; } = "http://nextcloud.org/ns";

    private static readonly XmlReaderSettings reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private static readonly XmlWriterSettings writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
    };

    /// <summary>Reads a document.</summary>
    /// <exception cref="XmlException">The bytes are no well-formed XML, hold a DTD, or are nested too deep.</exception>
    public static DavElement Root(byte[] bytes)
    {
        using var xml = Open(bytes);
        xml.MoveToContent();
        var elements = new ElementReader(xml);
        var root = elements.Element();
        elements.End();
        return root;
    }

    /// <summary>Reads a document piece by piece; what is wrong with it shows on the way, as an <see cref="XmlException"/>.</summary>
    public static XmlReader Open(byte[] bytes) => XmlReader.Create(new MemoryStream(bytes, writable: false), reading);

    /// <summary>A request body: one element with Nextcloud's usual prefixes.</summary>
    public static byte[] Body(XElement root)
    {
        root.SetAttributeValue(XNamespace.Xmlns + "d", Dav.NamespaceName);
        root.SetAttributeValue(XNamespace.Xmlns + "oc", OwnCloud.NamespaceName);
        root.SetAttributeValue(XNamespace.Xmlns + "nc", Nextcloud.NamespaceName);
        using var bytes = new MemoryStream();
        bytes.Write("<?xml version=\"1.0\"?>"u8);
        using (var xml = XmlWriter.Create(bytes, writing))
            root.WriteTo(xml);
        return bytes.ToArray();
    }
}
