namespace Gatehouse.Nextcloud.Mail;

/// <summary>The mailbox a message goes to.</summary>
internal sealed record MoveWrite(long DestFolderId);
