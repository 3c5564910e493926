using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>The value of a property.</summary>
/// <param name="Text">All its text, that of the elements in it included; may be empty.</param>
/// <param name="Elements">The elements in it.</param>
internal readonly record struct DavValue(string Text, IReadOnlyList<XElement> Elements);
