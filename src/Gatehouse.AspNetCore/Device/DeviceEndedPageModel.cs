namespace Gatehouse.AspNetCore.Device;

/// <summary>What the last page of the device flow shows.</summary>
/// <param name="ClientName">What the client calls itself.</param>
/// <param name="IsDenied">The person said no.</param>
public sealed record DeviceEndedPageModel(string ClientName, bool IsDenied)
{
    /// <summary>What happened, in a few words.</summary>
    public string Title => IsDenied ? "You cancelled" : "You are signed in";
}
