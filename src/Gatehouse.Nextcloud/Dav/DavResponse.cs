using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>One thing of a multistatus: its href as announced and the properties it has (those answered 200).</summary>
internal sealed record DavResponse(string Href, IReadOnlyDictionary<XName, XElement> Properties)
{
    public XElement? Property(XName name) => Properties.GetValueOrDefault(name);

    /// <summary>The text of a property, or null when it is missing or empty.</summary>
    public string? Text(XName name) => Property(name)?.Value is { Length: > 0 } text ? text : null;
}
