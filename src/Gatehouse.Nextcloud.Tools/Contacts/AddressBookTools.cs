using System.ComponentModel;
using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>Address books themselves.</summary>
[McpServerToolType]
internal sealed class AddressBookTools(AddressBooksClient books)
{
    [McpServerTool(
        Name = "list_address_books",
        Title = "List address books",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [RequiresScope(ContactsApp.Read)]
    [Upstream("PROPFIND /remote.php/dav/addressbooks/users/{user}/")]
    [Description("Lists the person's address books.")]
    public async Task<AddressBookList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var found = await books.ListAsync(CallerOf.Get(request).Account, cancellationToken);
        return new([.. found.Select(AddressBookItem.Of)]);
    }

    [McpServerTool(
        Name = "save_address_book",
        Title = "Create or rename an address book",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [RequiresScope(ContactsApp.Write)]
    [Upstream("MKCOL /remote.php/dav/addressbooks/users/{user}/{book}/", When = "when it is created")]
    [Upstream("PROPPATCH /remote.php/dav/addressbooks/users/{user}/{book}/", When = "when it is renamed")]
    [Description("Creates an address book or renames one.")]
    public async Task<AddressBookSaved> SaveAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("The title.")] string title,
        [Description("To rename it.")] string? id = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.NotEmpty("title", title);
        if (title.Length > 255)
            throw Arguments.Bad("title", "It is longer than 255 characters.");

        if (id is not null)
        {
            var existing = ContactArguments.Book("id", id);
            await books.RenameAsync(account, existing, title, cancellationToken);
            return new(existing.ToString(), title);
        }

        var name = AddressBookName.Parse(NameOf(title));
        await books.CreateAsync(account, name, title, cancellationToken);
        return new(name.ToString(), title);
    }

    [McpServerTool(
        Name = "delete_address_book",
        Title = "Delete an address book",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [RequiresScope(ContactsApp.Write)]
    [Upstream("DELETE /remote.php/dav/addressbooks/users/{user}/{book}/")]
    [Description("Deletes an address book with its contacts for good.")]
    public async Task<AddressBookDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("From list_address_books.")] string id,
        [Description("Code from the first refusal, after the person agreed.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var book = ContactArguments.Book("id", id);
        _ = confirmation;
        Confirmation.Require(request, $"Delete the address book '{book}' with all its contacts, for good?");
        await books.DeleteAsync(account, book, cancellationToken);
        return new(book.ToString());
    }

    /// <summary>A name for addresses: letters, digits and dashes of the title, as Nextcloud's own Contacts makes it.</summary>
    private static string NameOf(string title)
    {
        var name = string.Join(
            '-',
            string.Concat(title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        return name.Length == 0 ? "book" : name[..Math.Min(name.Length, 100)];
    }
}
