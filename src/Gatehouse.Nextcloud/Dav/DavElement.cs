using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>A property of a thing, or an element in the value of one.</summary>
/// <param name="LocalName">Its name in its namespace. As text: what is made an <see cref="XName"/> stays in memory, and a cloud may invent names.</param>
/// <param name="Namespace">The namespace of its name; may be empty.</param>
/// <param name="Text">All its text, that of the elements in it included; may be empty.</param>
/// <param name="Elements">The elements in it.</param>
/// <param name="Attributes">Its attributes that are in no namespace.</param>
internal sealed record DavElement(
    string LocalName,
    string Namespace,
    string Text,
    IReadOnlyList<DavElement> Elements,
    IReadOnlyList<KeyValuePair<string, string>> Attributes
)
{
    /// <summary>Is that its name?</summary>
    public bool Is(XName name) => LocalName == name.LocalName && Namespace == name.NamespaceName;

    /// <summary>The first element of that name in it, or null.</summary>
    public DavElement? Element(XName name) => Elements.FirstOrDefault(e => e.Is(name));

    /// <summary>The value of an attribute, or null.</summary>
    public string? Attribute(string name) => Attributes.FirstOrDefault(a => a.Key == name).Value;
}
