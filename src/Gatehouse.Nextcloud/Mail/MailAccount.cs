namespace Gatehouse.Nextcloud.Mail;

/// <summary>A mail account that the person configured in Nextcloud.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The sender's name.</param>
/// <param name="Email">The sender's address.</param>
public sealed record MailAccount(long Id, string Name, string Email);
