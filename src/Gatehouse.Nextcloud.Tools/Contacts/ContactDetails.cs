using System.ComponentModel;
using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>A contact with all that is known of it here.</summary>
internal sealed record ContactDetails(
    [property: Description("Address book and card.")] string Id,
    string Name,
    [property: Description("Pass it to save_contact and delete_contact.")] string Etag
)
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Nickname { get; init; }

    [Description("Each with its type in brackets.")]
    public IReadOnlyList<string>? Emails { get; init; }

    public IReadOnlyList<string>? Phones { get; init; }

    public IReadOnlyList<string>? Urls { get; init; }

    [Description("Street; postal code; city; region; country (type).")]
    public IReadOnlyList<string>? Addresses { get; init; }

    public string? Organization { get; init; }

    public string? Title { get; init; }

    [Description("2001-12-31, or --12-31 without a year.")]
    public string? Birthday { get; init; }

    public IReadOnlyList<string>? Groups { get; init; }

    public string? Note { get; init; }

    [Description("Resource of the picture.")]
    public string? Photo { get; init; }

    [Description("Names of further properties of the vCard; they stay as they are.")]
    public IReadOnlyList<string>? Others { get; init; }

    [Description("The contact's page, for the person.")]
    public string? Link { get; init; }

    public static ContactDetails Of(CloudAddress cloud, Contact contact) =>
        new(contact.Id.ToString(), contact.Name, contact.ETag.ToString())
        {
            FirstName = contact.FirstName,
            LastName = contact.LastName,
            Nickname = contact.Nickname,
            Emails = PointText.Write(contact.Emails),
            Phones = PointText.Write(contact.Phones),
            Urls = PointText.Write(contact.Urls),
            Addresses = AddressText.Write(contact.Addresses),
            Organization = contact.Organization,
            Title = contact.Title,
            Birthday = contact.Birthday,
            Groups = contact.Groups.IsEmpty ? null : contact.Groups,
            Note = contact.Note,
            Photo = contact.HasPhoto ? ContactPhotoUri.Of(contact.Id) : null,
            Others = contact.Others.IsEmpty ? null : contact.Others,
            Link = ContactItem.LinkOf(cloud, contact),
        };
}
