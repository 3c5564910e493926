namespace Gatehouse.Nextcloud.UserStatus;

/// <summary>A message as it is sent.</summary>
internal sealed record MessageWrite(string? StatusIcon, string? Message, long? ClearAt);
