namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>An address book that was made or renamed.</summary>
internal sealed record AddressBookSaved(string Id, string Title);
