using System.ComponentModel;
using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>A contact in a list.</summary>
internal sealed record ContactItem(
    [property: Description("Address book and card.")] string Id,
    string Name,
    [property: Description("Pass it to save_contact and delete_contact.")] string Etag,
    [property: Description("Each with its type in brackets.")] IReadOnlyList<string>? Emails = null,
    IReadOnlyList<string>? Phones = null,
    string? Organization = null,
    string? Title = null,
    string? Nickname = null,
    string? Birthday = null,
    IReadOnlyList<string>? Groups = null,
    [property: Description("The contact's page, for the person.")] string? Link = null
)
{
    public static ContactItem Of(CloudAddress cloud, Contact contact) =>
        new(
            contact.Id.ToString(),
            contact.Name,
            contact.ETag.ToString(),
            PointText.Write(contact.Emails),
            PointText.Write(contact.Phones),
            contact.Organization,
            contact.Title,
            contact.Nickname,
            contact.Birthday,
            contact.Groups.IsEmpty ? null : contact.Groups,
            LinkOf(cloud, contact)
        );

    /// <summary>The Contacts app finds a contact by its UID and its book.</summary>
    public static string? LinkOf(CloudAddress cloud, Contact contact) =>
        contact.Uid is { } uid
            ? cloud.Link($"/index.php/apps/contacts/direct/contact/{Uri.EscapeDataString($"{uid}~{contact.Id.Book}")}")
            : null;
}
