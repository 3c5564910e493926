namespace Gatehouse.Nextcloud.Collectives;

/// <summary>A tag as the API writes it.</summary>
internal sealed record TagData(long Id, string? Name, string? Color);
