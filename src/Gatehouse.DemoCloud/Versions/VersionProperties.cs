using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Versions;

/// <summary>The properties of a version.</summary>
internal static class VersionProperties
{
    public static XName Label { get; } = DavNames.Nc + "version-label";

    public static XElement Response(DavCall call, FileNode file, KeptVersion version, IReadOnlyList<XName> names) =>
        DavXml.Response(
            Href(call, file.Id, version.Revision),
            names.Count == 0 ? StoredBytes.Usual : names,
            name => Find(call, file, version, name)
        );

    /// <summary>Where a version is; without one, where all of the file are.</summary>
    public static string Href(DavCall call, long file, long? revision) =>
        call.Href(string.Create(CultureInfo.InvariantCulture, $"versions/{call.Me.Id}/versions/{file}/{revision}"));

    /// <summary>A version never changes, so that its name is its ETag.</summary>
    public static string ETag(long revision) => revision.ToString(CultureInfo.InvariantCulture);

    private static XElement? Find(DavCall call, FileNode file, KeptVersion version, XName name) =>
        name == Label ? (version.Label is { } label ? DavXml.Element(name, label) : null)
        : name == DavNames.Nc + "version-author" ? DavXml.Element(name, call.Me.Id)
        : name == DavNames.Nc + "has-preview" ? DavXml.Element(name, "false")
        : StoredBytes.Find(name, version.Revision, version.Size, ETag(version.Revision), file.ContentType);
}
