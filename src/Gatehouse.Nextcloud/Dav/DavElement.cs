using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>A property of a thing, or an element in the value of one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">All its text, that of the elements in it included; may be empty.</param>
/// <param name="Elements">The elements in it.</param>
/// <param name="Attributes">Its attributes that are in no namespace.</param>
internal sealed record DavElement(
    XName Name,
    string Text,
    IReadOnlyList<DavElement> Elements,
    IReadOnlyList<KeyValuePair<string, string>> Attributes
)
{
    /// <summary>The first element of that name in it, or null.</summary>
    public DavElement? Element(XName name) => Elements.FirstOrDefault(e => e.Name == name);

    /// <summary>The value of an attribute, or null.</summary>
    public string? Attribute(string name) => Attributes.FirstOrDefault(a => a.Key == name).Value;
}
