namespace Gatehouse.Nextcloud.UserStatus;

/// <summary>A status as it is sent.</summary>
internal sealed record StatusWrite(string StatusType);
