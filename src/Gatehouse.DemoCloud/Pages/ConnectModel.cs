namespace Gatehouse.DemoCloud.Pages;

/// <summary>First page of a Login Flow: who asks, and the way on.</summary>
/// <param name="Frame">What surrounds it.</param>
/// <param name="Client">Name of the asking client.</param>
/// <param name="GrantUrl">Address of the grant page.</param>
/// <param name="AppTokenUrl">Where an existing app password can be handed in.</param>
/// <param name="StateToken">Token of this flow in this browser.</param>
/// <param name="User">User name the client suggested.</param>
/// <param name="Message">Why the last attempt failed, if it did.</param>
public sealed record ConnectModel(
    PageFrame Frame,
    string Client,
    string GrantUrl,
    string AppTokenUrl,
    string StateToken,
    string User,
    string? Message
);
