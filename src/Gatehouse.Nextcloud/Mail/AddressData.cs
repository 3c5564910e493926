namespace Gatehouse.Nextcloud.Mail;

/// <summary>An address, read and written.</summary>
internal sealed record AddressData(string? Label, string? Email);
