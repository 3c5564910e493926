using System.ComponentModel;
using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>Writes contacts.</summary>
[McpServerToolType]
[RequiresScope(ContactsApp.Write)]
internal sealed class ContactsWriteTools(ContactsClient contacts, FilesClient files)
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
    [Description(
        "Creates a contact, or changes the one whose id and etag are given. What is left away stays; an empty text or list removes. Lists replace those of the contact."
    )]
    public async Task<ContactSaved> SaveAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Leave away to create.")] string? id = null,
        [Description("From reading it; needed with id.")] string? etag = null,
        [Description("Address book; another one moves the contact. Default: contacts.")] string? book = null,
        [Description("The name people see.")] string? name = null,
        [Description("Given name.")] string? firstName = null,
        [Description("Family name.")] string? lastName = null,
        [Description("Nickname.")] string? nickname = null,
        [Description("With type: jane@x.org (work)")] string[]? emails = null,
        [Description("With type: +49 30 1 (cell)")] string[]? phones = null,
        [Description("Web addresses.")] string[]? urls = null,
        [Description("Postal addresses.")] AddressItem[]? addresses = null,
        [Description("Company; Department")] string? organization = null,
        [Description("Job title.")] string? title = null,
        [Description("2001-12-31, or --12-31 without year.")] string? birthday = null,
        [Description("Groups it is in.")] string[]? groups = null,
        [Description("Notes.")] string? note = null,
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
            Addresses = addresses is null ? null : [.. addresses.Select(a => a.ToAddress())],
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
        Name = "set_contact_photo",
        Title = "Set a contact's picture",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [RequiresScope(FilesApp.Read)]
    [Upstream("GET /remote.php/dav/files/{user}/{path}", When = "when a file is given")]
    [Upstream("GET /remote.php/dav/addressbooks/users/{user}/{book}/{card}")]
    [Upstream("PUT /remote.php/dav/addressbooks/users/{user}/{book}/{card}")]
    [Description("Gives a contact an image file of the person's Nextcloud as its picture.")]
    public async Task<ContactSaved> SetPhotoAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("From list_contacts.")] string id,
        [Description("From reading it.")] string etag,
        [Description("Path of a JPEG, PNG, GIF or WebP file up to 2 MiB; empty removes the picture.")] string path,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var (contact, read) = (ContactArguments.Id(id), Arguments.ETag(etag));
        var photo =
            path.Length == 0
                ? new ContactPhoto("", default)
                : await PhotoAsync(account, Arguments.NotRoot("path", path), cancellationToken);
        return Saved(
            await contacts.UpdateAsync(account, contact, read, new ContactChange { Photo = photo }, cancellationToken)
        );
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
    [Upstream("DELETE /remote.php/dav/addressbooks/users/{user}/{book}/{card}")]
    [Description("Deletes a contact for good: contacts have no trash bin.")]
    public async Task<ContactDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("From list_contacts.")] string id,
        [Description("From reading it.")] string etag,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var contact = ContactArguments.Id(id);
        await contacts.DeleteAsync(account, contact, Arguments.ETag(etag), cancellationToken);
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

    private async Task<ContactPhoto> PhotoAsync(
        NextcloudAccount account,
        FilePath path,
        CancellationToken cancellationToken
    )
    {
        await using var download = await files.DownloadAsync(account, path, cancellationToken);
        var buffer = new byte[ContactPhoto.MaxBytes + 1];
        var length = await download.Content.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        if (length > ContactPhoto.MaxBytes)
            throw Arguments.Bad("path", $"The file is larger than {ContactPhoto.MaxBytes} bytes.");

        // By its bytes: a name can say anything, and other people's devices show the picture.
        return ImageType.Of(buffer.AsSpan(0, length)) is { } type
            ? new ContactPhoto(type, buffer.AsMemory(0, length))
            : throw Arguments.Bad("path", "The file is no JPEG, PNG, GIF or WebP image.");
    }

    private static ContactSaved Saved(ContactWritten written) => new(written.Id.ToString(), written.ETag?.ToString());
}
