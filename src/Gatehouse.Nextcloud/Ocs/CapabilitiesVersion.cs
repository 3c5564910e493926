namespace Gatehouse.Nextcloud.Ocs;

/// <summary>The version in the capabilities.</summary>
internal sealed record CapabilitiesVersion(string? String);
