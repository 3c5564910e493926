namespace Gatehouse.Nextcloud.Users;

/// <summary>The status of a suggested person as the API writes it.</summary>
internal sealed record SuggestedStatusData(string? Status, string? Message);
