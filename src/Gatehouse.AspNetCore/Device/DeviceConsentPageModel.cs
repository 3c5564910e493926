using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.Device;

/// <summary>What the consent page of a device shows.</summary>
/// <param name="ServerName">What the server is called.</param>
/// <param name="ClientName">What the client calls itself; nobody has checked it.</param>
/// <param name="UserCode">The code, to be compared with the device.</param>
/// <param name="SignIn">Where the person will sign in next.</param>
/// <param name="Switches">What is asked for, in order, and what of it is on.</param>
/// <param name="Sealed">The request, sealed for this browser.</param>
/// <param name="SupportId">The support id.</param>
/// <param name="NothingChosen">The person switched everything off and pressed Allow.</param>
public sealed record DeviceConsentPageModel(
    string ServerName,
    string ClientName,
    string UserCode,
    string SignIn,
    ScopeSwitchesModel Switches,
    string Sealed,
    string SupportId,
    bool NothingChosen
);
