using Gatehouse.Nextcloud.Contacts.VCards;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>
/// A person's contacts over CardDAV. What a card holds beyond <see cref="Contact"/> survives every change to the byte. All methods throw
/// <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class ContactsClient(NextcloudTransport transport, TimeProvider time)
{
    /// <summary>All contacts of a book by name, without notes, addresses and pictures. CardDAV has no pages: this is one answer.</summary>
    public Task<IReadOnlyList<Contact>> ListAsync(
        NextcloudAccount account,
        AddressBookName book,
        CancellationToken cancellationToken
    ) => QueryAsync(account, book, $"Listing the contacts of '{book}'", [], limit: null, cancellationToken);

    /// <summary>The contacts of a book in a group; the cloud compares a part of the name, whatever the letter case.</summary>
    public Task<IReadOnlyList<Contact>> ListGroupAsync(
        NextcloudAccount account,
        AddressBookName book,
        string group,
        CancellationToken cancellationToken
    ) =>
        QueryAsync(
            account,
            book,
            $"Listing the contacts of '{book}' in a group",
            [("CATEGORIES", group)],
            limit: null,
            cancellationToken
        );

    /// <summary>
    /// Contacts whose name, nickname, e-mail, phone or organization holds a text, searched by the cloud whatever the letter case. For a
    /// phone number only its digits count.
    /// </summary>
    /// <param name="account">Whose contacts.</param>
    /// <param name="book">Where.</param>
    /// <param name="text">The text, at least one character.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Contact>> SearchAsync(
        NextcloudAccount account,
        AddressBookName book,
        string text,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var query = ContactQuery.Of(text);
        var most = Math.Clamp(limit, 1, 1000);
        var found = await QueryAsync(
            account,
            book,
            $"Searching contacts in '{book}'",
            query.Matches,
            query.IsNumber ? null : most,
            cancellationToken
        );
        return query.IsNumber ? [.. found.Where(query.Fits).Take(most)] : found;
    }

    /// <summary>One contact with all that is known here.</summary>
    public async Task<Contact> GetAsync(NextcloudAccount account, ContactId id, CancellationToken cancellationToken)
    {
        var (card, etag) = await ReadAsync(account, id, cancellationToken);
        return ContactReader.Read(id, etag, card);
    }

    /// <summary>The picture of a contact; one that has none is <see cref="NextcloudErrorKind.NotFound"/>.</summary>
    public async Task<ContactPhoto> GetPhotoAsync(
        NextcloudAccount account,
        ContactId id,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(
            HttpMethod.Get,
            CardDavCall.PathOf(account, id) + "?photo",
            $"Reading the picture of '{id}'"
        )
        {
            IsTransfer = true,
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return answer.Body.Length > 0 && answer.MediaType.StartsWith("image/", StringComparison.Ordinal)
            ? new(answer.MediaType, answer.Body)
            : throw ContactErrors.NoPhoto(id);
    }

    /// <summary>Makes a contact under a name nobody has.</summary>
    public async Task<ContactWritten> CreateAsync(
        NextcloudAccount account,
        AddressBookName book,
        ContactChange contact,
        CancellationToken cancellationToken
    )
    {
        var uid = Guid.NewGuid().ToString();
        var card = VCard.Create(uid);
        Apply(card, contact, $"Creating the contact in '{book}'");
        var id = new ContactId(book, uid + ".vcf");
        return await WriteAsync(
            account,
            id,
            $"Creating the contact in '{book}'",
            card,
            new("If-None-Match", "*"),
            cancellationToken
        );
    }

    /// <summary>
    /// Changes a contact that is still as it was read; otherwise the error is a <see cref="NextcloudErrorKind.Conflict"/> that says what it
    /// is now. The card is read (its text is needed to change it) and written: two calls.
    /// </summary>
    public async Task<ContactWritten> UpdateAsync(
        NextcloudAccount account,
        ContactId id,
        ETag ifMatch,
        ContactChange change,
        CancellationToken cancellationToken
    )
    {
        var (card, etag) = await ReadAsync(account, id, cancellationToken);
        if (etag != ifMatch)
            throw ContactErrors.Changed(ContactReader.Read(id, etag, card));

        Apply(card, change, $"Changing the contact '{id}'");
        return await WriteAsync(
            account,
            id,
            $"Changing the contact '{id}'",
            card,
            new("If-Match", ifMatch.Quoted),
            cancellationToken
        );
    }

    /// <summary>Moves a contact into another book, with all its card holds; with an ETag only when it is still as it was read. Its name stays.</summary>
    public async Task<ContactId> MoveAsync(
        NextcloudAccount account,
        ContactId id,
        ETag? ifMatch,
        AddressBookName to,
        CancellationToken cancellationToken
    )
    {
        var target = new ContactId(to, id.Name);
        var request = new CloudRequest(
            CloudRequest.Move,
            CardDavCall.PathOf(account, id),
            $"Moving the contact '{id}' to '{to}'"
        )
        {
            // Only the path: behind a proxy the cloud may know itself by another name than we do.
            Headers =
            [
                new("Destination", account.Cloud.Called(CardDavCall.PathOf(account, target)).AbsolutePath),
                new("Overwrite", "F"),
                .. ifMatch is { } etag
                    ? [new KeyValuePair<string, string>("If-Match", etag.Quoted)]
                    : Array.Empty<KeyValuePair<string, string>>(),
            ],
        };
        _ = await transport.CallAsync(account.Login, request, cancellationToken);
        return target;
    }

    /// <summary>Deletes a contact that is still as it was read, for good: contacts have no trash bin.</summary>
    public Task DeleteAsync(NextcloudAccount account, ContactId id, ETag ifMatch, CancellationToken cancellationToken)
    {
        var request = new CloudRequest(
            HttpMethod.Delete,
            CardDavCall.PathOf(account, id),
            $"Deleting the contact '{id}'"
        )
        {
            Headers = [new("If-Match", ifMatch.Quoted)],
        };
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    private void Apply(VCard card, ContactChange change, string doing)
    {
        try
        {
            ContactEditor.Apply(card, change, time);
        }
        catch (FormatException exception)
        {
            throw ContactErrors.Refused(doing, exception);
        }
    }

    private async Task<(VCard Card, ETag ETag)> ReadAsync(
        NextcloudAccount account,
        ContactId id,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(HttpMethod.Get, CardDavCall.PathOf(account, id), $"Reading the contact '{id}'");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        if (answer.MediaType is not ("text/vcard" or "text/directory" or "text/x-vcard"))
            throw new NextcloudException(ErrorReader.Unexpected(request, "It answered no vCard."));

        if (!ETag.TryParse(answer.Header("OC-ETag") ?? answer.Header("ETag"), out var etag))
            throw new NextcloudException(ErrorReader.Unexpected(request, "It told no ETag."));

        try
        {
            return (VCard.Parse(answer.Text), etag);
        }
        catch (FormatException exception)
        {
            throw ContactErrors.Unreadable(id, exception);
        }
    }

    private async Task<ContactWritten> WriteAsync(
        NextcloudAccount account,
        ContactId id,
        string doing,
        VCard card,
        KeyValuePair<string, string> condition,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(HttpMethod.Put, CardDavCall.PathOf(account, id), doing)
        {
            Headers = [condition],
            Content = CardDavCall.Content(card),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return new(id, ETag.TryParse(answer.Header("OC-ETag") ?? answer.Header("ETag"), out var etag) ? etag : null);
    }

    private async Task<IReadOnlyList<Contact>> QueryAsync(
        NextcloudAccount account,
        AddressBookName book,
        string doing,
        IEnumerable<(string Property, string Text)> matches,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        var request = CardDavCall.Query(CardDavCall.PathOf(account, book), doing, matches, limit);
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return
        [
            .. DavMultistatus
                .Read(request, answer)
                .Select(r => Read(book, r))
                .OfType<Contact>()
                .OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(c => c.Id.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>One card of a report. One that cannot be read does not hide the others: it is listed by its name.</summary>
    private static Contact? Read(AddressBookName book, DavResponse response)
    {
        var name = CardDavCall.LastSegment(response.Href);
        if (
            !ContactId.IsSegment(name)
            || !ETag.TryParse(response.Text(CardDavNames.ETag), out var etag)
            || response.Text(CardDavNames.Data) is not { } text
        )
            return null;

        var id = new ContactId(book, name);
        try
        {
            return ContactReader.Read(id, etag, VCard.Parse(text));
        }
        catch (FormatException)
        {
            return new Contact(id, etag, $"(unreadable card {name})");
        }
    }
}
