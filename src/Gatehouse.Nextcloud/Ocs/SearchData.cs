namespace Gatehouse.Nextcloud.Ocs;

/// <summary>The data of a unified search.</summary>
internal sealed record SearchData(bool IsPaginated, SearchEntry[]? Entries);
