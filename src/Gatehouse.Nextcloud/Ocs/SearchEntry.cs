namespace Gatehouse.Nextcloud.Ocs;

/// <summary>One thing a unified search found.</summary>
internal sealed record SearchEntry(string? Title, string? Subline, string? ResourceUrl);
