using System.ComponentModel;
using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>Writes contacts.</summary>
[McpServerToolType]
[RequiresScope(ContactsApp.Write)]
internal sealed class ContactsWriteTools(ContactsClient contacts)
{
    [McpServerTool(
        Name = "save_contact",
        Title = "Create or change a contact",
        ReadOnly = false,
        Destructive = true,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /remote.php/dav/addressbooks/users/{user}/{book}/{card}", When = "when it is changed")]
    [Upstream("PUT /remote.php/dav/addressbooks/users/{user}/{book}/{card}")]
    [Upstream("MOVE /remote.php/dav/addressbooks/users/{user}/{book}/{card}", When = "when it gets another book")]
    [Description("Creates a contact, or changes that of id and etag. What is left away stays; empty removes.")]
    public async Task<ContactSaved> SaveAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("To change it.")] string? id = null,
        [Description("From reading it.")] string? etag = null,
        [Description("Address book; another one moves it.")] string? book = null,
        [Description("Whole name.")] string? name = null,
        [Description("First name.")] string? firstName = null,
        [Description("Last name.")] string? lastName = null,
        [Description("Nickname.")] string? nickname = null,
        [Description("jane@x.org (work)")] string[]? emails = null,
        [Description("+49 30 1 (cell)")] string[]? phones = null,
        [Description("Web pages.")] string[]? urls = null,
        [Description("Street; code; city; region; country (home)")] string[]? addresses = null,
        [Description("Company; unit")] string? organization = null,
        [Description("Job.")] string? title = null,
        [Description("2001-12-31 or --12-31")] string? birthday = null,
        [Description("Groups.")] string[]? groups = null,
        [Description("Note.")] string? note = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var change = new ContactChange
        {
            Name = name,
            FirstName = firstName,
            LastName = lastName,
            Nickname = nickname,
            Emails = PointText.Read(emails),
            Phones = PointText.Read(phones),
            Urls = PointText.Read(urls),
            Addresses = AddressText.Read(addresses),
            Organization = organization,
            Title = title,
            Birthday = birthday,
            Groups = groups is null ? null : [.. groups],
            Note = note,
        };
        AddressBookName? target = book is null ? null : ContactArguments.Book("book", book);
        if (id is not null)
            return await ChangeAsync(account, (id, etag), change, target, cancellationToken);

        if (change is { Name: null, FirstName: null, LastName: null, Organization: null, Emails: null })
            throw Arguments.Bad("name", "A contact needs a name. To change one that is there, give its id and etag.");

        return Saved(await contacts.CreateAsync(account, target ?? AddressBookName.Default, change, cancellationToken));
    }

    [McpServerTool(
        Name = "delete_contact",
        Title = "Delete a contact",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /remote.php/dav/addressbooks/users/{user}/{book}/{card}")]
    [Upstream("DELETE /remote.php/dav/addressbooks/users/{user}/{book}/{card}")]
    [Description("Deletes a contact for good: no trash.")]
    public async Task<ContactDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("From list_contacts.")] string id,
        [Description("From reading it.")] string etag,
        [Description("From the refusal.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        _ = confirmation;
        var account = CallerOf.Get(request).Account;
        var contact = ContactArguments.Id(id);
        var read = Arguments.ETag(etag);
        var there = await contacts.GetAsync(account, contact, cancellationToken);
        Confirmation.Require(request, $"Delete the contact '{there.Name}' of '{contact.Book}' for good?");
        await contacts.DeleteAsync(account, contact, read, cancellationToken);
        return new(contact.ToString());
    }

    private async Task<ContactSaved> ChangeAsync(
        NextcloudAccount account,
        (string Id, string? ETag) what,
        ContactChange change,
        AddressBookName? target,
        CancellationToken cancellationToken
    )
    {
        var id = ContactArguments.Id(what.Id);
        if (what.ETag is null)
            throw Arguments.Bad("etag", "To change a contact it takes the etag of list_contacts or read_contact.");

        var etag = Arguments.ETag(what.ETag);
        var moves = target is { } book && book != id.Book;
        var isNothing = change == new ContactChange();
        if (isNothing && !moves)
            throw new ToolException("There is nothing to change.\nNext step: give what shall become different.");

        var written = isNothing
            ? new ContactWritten(id, etag)
            : await contacts.UpdateAsync(account, id, etag, change, cancellationToken);
        if (!moves)
            return Saved(written);

        // What Nextcloud did not tell an ETag for was changed by itself; it is as it was written.
        var moved = await contacts.MoveAsync(account, id, written.ETag, target!.Value, cancellationToken);
        return Saved(new ContactWritten(moved, written.ETag));
    }

    private static ContactSaved Saved(ContactWritten written) => new(written.Id.ToString(), written.ETag?.ToString());
}
