using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Contacts.VCards;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>Makes CardDAV calls.</summary>
internal static class CardDavCall
{
    private const string Root = "/remote.php/dav/addressbooks/users/";
    private static readonly XNamespace card = CardDavNames.CardDav;

    public static string Home(NextcloudAccount account) => $"{Root}{Uri.EscapeDataString(account.DavPrincipal.Name)}/";

    public static string PathOf(NextcloudAccount account, AddressBookName book) => $"{Home(account)}{book.Encoded}/";

    public static string PathOf(NextcloudAccount account, ContactId id) =>
        PathOf(account, id.Book) + Uri.EscapeDataString(id.Name);

    /// <summary>RFC 6352 §8.6: cards of a book that match one of the texts, without pictures. No texts match all.</summary>
    public static CloudRequest Query(
        string path,
        string doing,
        IEnumerable<(string Property, string Text)> matches,
        int? limit
    )
    {
        var filters = matches.Select(Contains).ToList();
        var body = new XElement(
            card + "addressbook-query",
            new XAttribute(XNamespace.Xmlns + "card", card),
            new XElement(
                DavXml.Dav + "prop",
                new XElement(CardDavNames.ETag),
                new XElement(
                    CardDavNames.Data,
                    CardDavNames.Listed.Select(p => new XElement(card + "prop", new XAttribute("name", p)))
                )
            ),
            new XElement(card + "filter", filters.Count > 1 ? new XAttribute("test", "anyof") : null, filters),
            limit is { } most
                ? new XElement(
                    card + "limit",
                    new XElement(card + "nresults", most.ToString(CultureInfo.InvariantCulture))
                )
                : null
        );
        return new CloudRequest(CloudRequest.Report, path, doing)
        {
            Headers = [new("Depth", "1")],
            Content = DavCall.Xml(body),
        };
    }

    public static Func<HttpContent> Content(VCard vcard)
    {
        var bytes = Encoding.UTF8.GetBytes(vcard.ToString());
        return () =>
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Type", "text/vcard; charset=utf-8");
            return content;
        };
    }

    /// <summary>The last segment of an href, decoded.</summary>
    public static string LastSegment(string href)
    {
        var trimmed = href.TrimEnd('/');
        return Uri.UnescapeDataString(trimmed[(trimmed.LastIndexOf('/') + 1)..]);
    }

    /// <summary>What XML 1.0 can hold: without controls and halves of characters.</summary>
    public static string XmlText(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Where(r => r.Value is '\t' or '\n' || (r.Value >= 0x20 && r.Value is not (0xfffd or 0xfffe or 0xffff)))
        );

    private static XElement Contains((string Property, string Text) match) =>
        new(
            card + "prop-filter",
            new XAttribute("name", match.Property),
            new XElement(
                card + "text-match",
                new XAttribute("collation", "i;unicode-casemap"),
                new XAttribute("match-type", "contains"),
                XmlText(match.Text)
            )
        );
}
