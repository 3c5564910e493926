namespace Gatehouse.Nextcloud.Mail;

/// <summary>A tag as the API writes it.</summary>
internal sealed record TagData(string? DisplayName, string? ImapLabel);
