namespace Gatehouse.Nextcloud.Contacts;

/// <summary>An address book.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">What people see.</param>
/// <param name="IsReadOnly">Nothing in it can be changed: the cloud makes it, or somebody shared it so.</param>
/// <param name="IsGenerated">The cloud makes it: all accounts, or whom the person wrote to.</param>
/// <param name="OwnerPrincipal">The owner when it is shared with the person, e.g. <c>principals/users/bob</c>; null for their own.</param>
public sealed record AddressBook(
    AddressBookName Name,
    string Title,
    bool IsReadOnly,
    bool IsGenerated,
    string? OwnerPrincipal
);
