namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>An address book that is gone.</summary>
internal sealed record AddressBookDeleted(string Id);
