namespace Gatehouse.Nextcloud.UserStatus;

/// <summary>A status as the API writes it, as far as it is used.</summary>
internal sealed record StatusData(string? UserId, string? Status, string? Message, string? Icon, long? ClearAt);
