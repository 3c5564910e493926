namespace Gatehouse.Nextcloud.Talk;

/// <summary>A message as it is sent.</summary>
internal sealed record MessageWrite(string Message, long? ReplyTo = null, bool? Silent = null);
