namespace Gatehouse.Nextcloud.Search;

/// <summary>A provider as the API writes it, as far as it is used.</summary>
internal sealed record ProviderData(string? Id, string? AppId, string? Name, bool IsExternalProvider);
