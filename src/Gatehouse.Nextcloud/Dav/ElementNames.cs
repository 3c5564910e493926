using System.Xml;
using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>
/// The names of one document. A reader gives the same two strings each time it meets a name, so that they are compared by reference; making an
/// <see cref="XName"/> anew for each is an eighth of what reading a listing costs.
/// </summary>
internal sealed class ElementNames
{
    /// <summary>Listings have two dozen names. Who sends many gets no long searches for it.</summary>
    private const int MaxKnown = 64;

    private readonly List<(string Local, string Namespace, XName Name)> known = [];

    /// <summary>The name of the element the reader stands on.</summary>
    public XName Of(XmlReader xml)
    {
        var (local, space) = (xml.LocalName, xml.NamespaceURI);
        foreach (var one in known)
        {
            if (ReferenceEquals(one.Local, local) && ReferenceEquals(one.Namespace, space))
                return one.Name;
        }

        var name = XName.Get(local, space);
        if (known.Count < MaxKnown)
            known.Add((local, space, name));
        return name;
    }
}
