namespace Gatehouse.AspNetCore.Registration;

/// <summary>A client the operator wrote into the configuration.</summary>
public sealed class ConfiguredClient
{
    /// <summary>Its identifier.</summary>
    public string Id { get; set; } = "";

    /// <summary>What pages call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its secret; without one it is a public client.</summary>
    public string? Secret { get; set; }

    /// <summary>Where it may be answered; ports of loopback addresses do not matter.</summary>
    public IList<string> RedirectUris { get; } = [];
}
