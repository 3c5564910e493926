namespace Gatehouse.Nextcloud.Mail;

/// <summary>A tag that is to be made.</summary>
internal sealed record TagWrite(string DisplayName, string Color);
