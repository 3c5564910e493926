using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>Finds and reads contacts.</summary>
[McpServerToolType]
[RequiresScope(ContactsApp.Read)]
internal sealed class ContactsReadTools(ContactsClient contacts, AddressBooksClient books)
{
    private const int MaxLimit = 200;
    private const int MaxOffset = 100_000;
    private const int MaxBooks = 20;

    [McpServerTool(
        Name = "list_contacts",
        Title = "Find contacts",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PROPFIND /remote.php/dav/addressbooks/users/{user}/", When = "when no book is named")]
    [Upstream("REPORT /remote.php/dav/addressbooks/users/{user}/{book}/", Most = MaxBooks, When = "one for each book")]
    [Description(
        "Finds contacts by name, e-mail, phone or organization, or lists them. Without a book in all of them."
    )]
    public async Task<ContactList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Leave away for all.")] string? query = null,
        [Description("Only this group.")] string? group = null,
        [Description("Only this address book.")] string? book = null,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.Between("limit", limit, 1, MaxLimit);
        var offset = OffsetOf(cursor);
        var wanted = new ContactSelection(query, group, checked(offset + limit + 1));
        var where = book is null
            ? await BooksAsync(account, wanted, cancellationToken)
            : new[] { ContactArguments.Book("book", book) };
        var found = await FindAsync(account, where, wanted, cancellationToken);
        var page = found.Skip(offset).Take(limit).Select(c => ContactItem.Of(account.Cloud, c)).ToList();
        return new(
            page,
            found.Count > offset + limit
                ? OpaqueCursor.Encode("list_contacts", (offset + limit).ToString(CultureInfo.InvariantCulture))
                : null
        );
    }

    [McpServerTool(
        Name = "read_contact",
        Title = "Read a contact",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /remote.php/dav/addressbooks/users/{user}/{book}/{card}")]
    [Description("Reads all that is known of a contact.")]
    public async Task<ContactDetails> ReadAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("From list_contacts.")] string id,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        return ContactDetails.Of(
            account.Cloud,
            await contacts.GetAsync(account, ContactArguments.Id(id), cancellationToken)
        );
    }

    /// <summary>All books for a search; those of the person, without what the cloud makes, for a list.</summary>
    private async Task<IReadOnlyList<AddressBookName>> BooksAsync(
        NextcloudAccount account,
        ContactSelection wanted,
        CancellationToken cancellationToken
    )
    {
        var all = await books.ListAsync(account, cancellationToken);
        return [.. all.Where(b => wanted.IsSearch || !b.IsGenerated).Take(MaxBooks).Select(b => b.Name)];
    }

    private async Task<List<Contact>> FindAsync(
        NextcloudAccount account,
        IReadOnlyList<AddressBookName> where,
        ContactSelection wanted,
        CancellationToken cancellationToken
    )
    {
        var found = await SideBySide.AskAsync(
            where,
            (book, cancel) => wanted.FindAsync(contacts, account, book, cancel),
            cancellationToken
        );
        return
        [
            .. found
                .SelectMany(one => one)
                .OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(c => c.Id.ToString(), StringComparer.Ordinal),
        ];
    }

    private static int OffsetOf(string? cursor) =>
        OpaqueCursor.Decode("list_contacts", cursor) switch
        {
            null => 0,
            var text
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                    && offset <= MaxOffset => offset,
            _ => throw Arguments.Bad("cursor", "It is none. Leave it away to begin anew."),
        };
}
