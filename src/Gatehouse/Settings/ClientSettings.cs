namespace Gatehouse.Settings;

/// <summary>A client the operator knows by name.</summary>
internal sealed class ClientSettings
{
    /// <summary>Its identifier.</summary>
    public string Id { get; set; } = "";

    /// <summary>What pages call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its secret; without one it is a public client.</summary>
    public string? Secret { get; set; }

    /// <summary>Where it may be answered.</summary>
    public IList<string> RedirectUris { get; set; } = [];
}
