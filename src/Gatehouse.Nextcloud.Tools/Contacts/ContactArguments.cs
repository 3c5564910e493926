using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>Reads arguments that name contacts and address books.</summary>
internal static class ContactArguments
{
    public static ContactId Id(string text) =>
        ContactId.TryParse(text, out var id)
            ? id
            : throw Arguments.Bad("id", "It is 'book/card.vcf', as list_contacts gives it.");

    public static AddressBookName Book(string name, string text) =>
        AddressBookName.TryParse(text, out var book)
            ? book
            : throw Arguments.Bad(name, "It is the id of an address book, as list_address_books gives it.");
}
