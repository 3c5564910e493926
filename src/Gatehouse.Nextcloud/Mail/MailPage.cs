namespace Gatehouse.Nextcloud.Mail;

/// <summary>A part of a list of messages.</summary>
/// <param name="Messages">The messages, newest first.</param>
/// <param name="Next">Where to go on (<see cref="MailQuery.Cursor"/>); null at the end.</param>
public sealed record MailPage(IReadOnlyList<MailSummary> Messages, MailCursor? Next);
