namespace Gatehouse.DemoCloud.Pages;

/// <summary>The login page.</summary>
/// <param name="Frame">What surrounds it.</param>
/// <param name="Action">Where the form goes.</param>
/// <param name="RedirectUrl">Where the person goes after signing in.</param>
/// <param name="User">Name to fill in.</param>
/// <param name="Message">Why the last attempt failed, if it did.</param>
/// <param name="Accounts">The demo's accounts as <c>name / password</c>, shown as a hint.</param>
public sealed record LoginModel(
    PageFrame Frame,
    string Action,
    string RedirectUrl,
    string User,
    string? Message,
    IReadOnlyList<string> Accounts
);
