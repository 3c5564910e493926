namespace Gatehouse.Nextcloud.Mail;

/// <summary>A tag of messages.</summary>
/// <param name="Label">Its name in IMAP, by which the API knows it, e.g. <c>$to_do</c>.</param>
/// <param name="Name">Its name for people.</param>
public sealed record MailTag(string Label, string Name);
