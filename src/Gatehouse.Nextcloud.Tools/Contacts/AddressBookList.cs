namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>A person's address books.</summary>
internal sealed record AddressBookList(IReadOnlyList<AddressBookItem> AddressBooks);
