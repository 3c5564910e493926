namespace Gatehouse.Nextcloud.Mail;

/// <summary>An account as the API writes it, without its servers and passwords.</summary>
internal sealed record AccountData(long Id, string? Name, string? EmailAddress);
