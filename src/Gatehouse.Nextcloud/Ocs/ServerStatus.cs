namespace Gatehouse.Nextcloud.Ocs;

/// <summary>What <c>status.php</c> says; it answers in maintenance mode, too.</summary>
/// <param name="Installed">Nextcloud is set up.</param>
/// <param name="Maintenance">Everything else answers 503 at present.</param>
/// <param name="NeedsDbUpgrade">An upgrade waits to be finished.</param>
/// <param name="VersionString">The version, e.g. <c>32.0.1</c>.</param>
/// <param name="ProductName">The name of the product, e.g. <c>Nextcloud</c>.</param>
public sealed record ServerStatus(
    bool Installed,
    bool Maintenance,
    bool NeedsDbUpgrade,
    [property: System.Text.Json.Serialization.JsonPropertyName("versionstring")] string? VersionString,
    [property: System.Text.Json.Serialization.JsonPropertyName("productname")] string? ProductName
);
