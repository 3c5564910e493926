using System.Xml.Linq;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Apps;

/// <summary>An app that knows something about files, which WebDAV tells as properties of theirs.</summary>
internal interface IDemoFileProperties
{
    /// <summary>What it says: text, elements, or an empty text; null for a property that is none of its own.</summary>
    object? Find(Person me, FileNode node, XName name);
}
