namespace Gatehouse.DemoCloud.Pages;

/// <summary>The page that asks for the grant.</summary>
/// <param name="Frame">What surrounds it.</param>
/// <param name="Client">Name of the asking client.</param>
/// <param name="DisplayName">Name of the signed-in person.</param>
/// <param name="UserId">User id of the signed-in person.</param>
/// <param name="GrantUrl">Where granting posts to.</param>
/// <param name="DenyUrl">Where denying posts to.</param>
/// <param name="SwitchUrl">Where somebody else can sign in.</param>
/// <param name="StateToken">Token of this flow in this browser.</param>
public sealed record GrantModel(
    PageFrame Frame,
    string Client,
    string DisplayName,
    string UserId,
    string GrantUrl,
    string DenyUrl,
    string SwitchUrl,
    string StateToken
);
