using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>One thing of a multistatus: its href as announced and the properties it has (those answered 200).</summary>
internal sealed record DavResponse(string Href, IReadOnlyDictionary<XName, DavValue> Properties)
{
    public bool Has(XName name) => Properties.ContainsKey(name);

    /// <summary>The text of a property, or null when it is missing or empty.</summary>
    public string? Text(XName name) =>
        Properties.TryGetValue(name, out var value) && value.Text.Length > 0 ? value.Text : null;

    /// <summary>The elements in a property; none when it is missing.</summary>
    public IReadOnlyList<XElement> Elements(XName name) =>
        Properties.TryGetValue(name, out var value) ? value.Elements : [];

    /// <summary>Is there such an element in the property, as <c>collection</c> is in the <c>resourcetype</c> of a folder?</summary>
    public bool Holds(XName name, XName element) =>
        Elements(name) is { Count: > 0 } elements && elements.Any(e => e.Name == element);
}
