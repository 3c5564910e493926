using System.Collections.Immutable;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>RFC 6352: the names of CardDAV.</summary>
internal static class CardDavNames
{
    public static readonly XNamespace CardDav = "urn:ietf:params:xml:ns:carddav";
    public static readonly XName ETag = DavXml.Dav + "getetag";
    public static readonly XName Data = CardDav + "address-data";
    public static readonly XName DisplayName = DavXml.Dav + "displayname";
    public static readonly XName ResourceType = DavXml.Dav + "resourcetype";
    public static readonly XName ReadOnly = DavXml.OwnCloud + "read-only";
    public static readonly XName OwnerPrincipal = DavXml.OwnCloud + "owner-principal";

    /// <summary>What a search looks into.</summary>
    public static ImmutableArray<string> Searched { get; } = ["FN", "EMAIL", "TEL", "NICKNAME", "ORG"];

    /// <summary>What lists ask for: enough to choose, no pictures.</summary>
    public static ImmutableArray<string> Listed { get; } =
    ["FN", "N", "EMAIL", "TEL", "NICKNAME", "ORG", "TITLE", "CATEGORIES", "BDAY"];
}
