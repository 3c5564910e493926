namespace Gatehouse.DemoCloud.Pages;

/// <summary>The security page: what has access to the account.</summary>
/// <param name="Frame">What surrounds it.</param>
/// <param name="DisplayName">Name of the signed-in person.</param>
/// <param name="RevokeUrl">Where revoking posts to.</param>
/// <param name="LogOutUrl">Where logging out leads.</param>
/// <param name="Devices">Id and name of each app password, newest first.</param>
public sealed record DevicesModel(
    PageFrame Frame,
    string DisplayName,
    string RevokeUrl,
    string LogOutUrl,
    IReadOnlyList<KeyValuePair<string, string>> Devices
);
