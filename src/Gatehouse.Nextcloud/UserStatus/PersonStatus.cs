namespace Gatehouse.Nextcloud.UserStatus;

/// <summary>How somebody says they are.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Status"><c>online</c>, <c>away</c>, <c>dnd</c>, <c>busy</c>, <c>invisible</c> or <c>offline</c>.</param>
/// <param name="Message">What they say; null for nothing.</param>
/// <param name="Icon">An emoji; null for none.</param>
/// <param name="ClearAt">When the message goes away by itself; null for never.</param>
public sealed record PersonStatus(string UserId, string Status, string? Message, string? Icon, DateTimeOffset? ClearAt);
