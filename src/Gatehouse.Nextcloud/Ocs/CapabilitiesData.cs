using System.Text.Json;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>The data of <c>/ocs/v2.php/cloud/capabilities</c>: apps put what they like under their names.</summary>
internal sealed record CapabilitiesData(CapabilitiesVersion? Version, Dictionary<string, JsonElement>? Capabilities);
