namespace Gatehouse.AspNetCore.Device;

/// <summary>What the page shows on which a person types the code of a device.</summary>
/// <param name="ServerName">What the server is called.</param>
/// <param name="UserCode">What stands in the field.</param>
/// <param name="IsUnknown">It was sent, and no device waits with it.</param>
public sealed record DevicePageModel(string ServerName, string UserCode, bool IsUnknown);
