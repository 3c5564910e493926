using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>A person's address books. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class AddressBooksClient(NextcloudTransport transport)
{
    private static readonly XName isAddressBook = CardDavNames.CardDav + "addressbook";
    private static readonly DavProperties asked = new(
        CardDavNames.DisplayName,
        CardDavNames.ResourceType,
        CardDavNames.ReadOnly,
        CardDavNames.OwnerPrincipal
    );

    /// <summary>All address books, those the cloud makes and those shared with the person included.</summary>
    public async Task<IReadOnlyList<AddressBook>> ListAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    )
    {
        var request = DavCall.PropFind(CardDavCall.Home(account), "Listing the address books", depth: 1, asked);
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return [.. DavMultistatus.Read(request, answer).Select(Read).OfType<AddressBook>()];
    }

    /// <summary>Makes an address book. A name that is taken is a <see cref="NextcloudErrorKind.Conflict"/>.</summary>
    public Task CreateAsync(
        NextcloudAccount account,
        AddressBookName name,
        string title,
        CancellationToken cancellationToken
    )
    {
        var body = new XElement(
            DavXml.Dav + "mkcol",
            new XElement(
                DavXml.Dav + "set",
                new XElement(
                    DavXml.Dav + "prop",
                    new XElement(
                        CardDavNames.ResourceType,
                        new XElement(DavXml.Dav + "collection"),
                        new XElement(isAddressBook)
                    ),
                    new XElement(CardDavNames.DisplayName, CardDavCall.XmlText(title))
                )
            )
        );
        var request = new CloudRequest(
            CloudRequest.MkCol,
            CardDavCall.PathOf(account, name),
            $"Creating the address book '{name}'"
        )
        {
            Content = DavCall.Xml(body),
        };
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    /// <summary>Gives an address book another title; its name in addresses stays.</summary>
    public async Task RenameAsync(
        NextcloudAccount account,
        AddressBookName name,
        string title,
        CancellationToken cancellationToken
    )
    {
        var request = DavPropPatch.Set(
            CardDavCall.PathOf(account, name),
            $"Renaming the address book '{name}'",
            new XElement(CardDavNames.DisplayName, CardDavCall.XmlText(title))
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        DavPropPatch.RequireSet(request, answer, CardDavNames.DisplayName);
    }

    /// <summary>Deletes an address book with all that is in it, for good: contacts have no trash bin. One shared with the person only leaves them.</summary>
    public Task DeleteAsync(NextcloudAccount account, AddressBookName name, CancellationToken cancellationToken)
    {
        var request = new CloudRequest(
            HttpMethod.Delete,
            CardDavCall.PathOf(account, name),
            $"Deleting the address book '{name}'"
        );
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    private static AddressBook? Read(DavResponse response)
    {
        var name = CardDavCall.LastSegment(response.Href);
        if (!response.Holds(CardDavNames.ResourceType, isAddressBook) || !AddressBookName.TryParse(name, out var book))
            return null;

        var isGenerated =
            name.StartsWith("z-server-generated--", StringComparison.Ordinal)
            || name.StartsWith("z-app-generated--", StringComparison.Ordinal);
        return new(
            book,
            response.Text(CardDavNames.DisplayName) ?? name,
            isGenerated || response.Text(CardDavNames.ReadOnly) == "1",
            isGenerated,
            isGenerated ? null : response.Text(CardDavNames.OwnerPrincipal)
        );
    }
}
