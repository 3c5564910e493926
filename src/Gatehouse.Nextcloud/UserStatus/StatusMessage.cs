namespace Gatehouse.Nextcloud.UserStatus;

/// <summary>What a person says about themselves.</summary>
/// <param name="Text">The words, at most 80 characters; null for only an icon.</param>
/// <param name="Icon">One emoji; null for none.</param>
/// <param name="ClearAt">When it goes away by itself; null for never.</param>
public sealed record StatusMessage(string? Text, string? Icon, DateTimeOffset? ClearAt);
