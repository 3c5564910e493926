using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>One thing of a multistatus: its href as announced and the properties it has (those answered 200).</summary>
internal sealed record DavResponse(string Href, IReadOnlyList<DavElement> Properties)
{
    public bool Has(XName name) => Property(name) is not null;

    /// <summary>The text of a property, or null when it is missing or empty.</summary>
    public string? Text(XName name) => Property(name) is { Text: { Length: > 0 } text } ? text : null;

    /// <summary>The elements in a property; none when it is missing.</summary>
    public IReadOnlyList<DavElement> Elements(XName name) => Property(name)?.Elements ?? [];

    /// <summary>Is there such an element in the property, as <c>collection</c> is in the <c>resourcetype</c> of a folder?</summary>
    public bool Holds(XName name, XName element) => Property(name)?.Element(element) is not null;

    /// <summary>Things have a dozen properties and are asked for each once: a search from end to end is quicker than an index. Of two the last counts.</summary>
    private DavElement? Property(XName name)
    {
        for (var i = Properties.Count - 1; i >= 0; i--)
        {
            if (Properties[i].Is(name))
                return Properties[i];
        }

        return null;
    }
}
