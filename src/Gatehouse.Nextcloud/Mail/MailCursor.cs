namespace Gatehouse.Nextcloud.Mail;

/// <summary>
/// Where a list of messages ended. The API goes on before a second, so that messages of one and the same second would be lost between
/// two parts: those seen already are named.
/// </summary>
/// <param name="Before">Messages sent before this second of Unix time come next.</param>
/// <param name="Seen">Messages of the second before it that were given already.</param>
public sealed record MailCursor(long Before, IReadOnlyList<long> Seen);
