namespace Gatehouse.Nextcloud.Mail;

/// <summary>What the app says of a draft or a message it stored, in the envelope JSend.</summary>
internal sealed record StoredAnswer(StoredData? Data);
