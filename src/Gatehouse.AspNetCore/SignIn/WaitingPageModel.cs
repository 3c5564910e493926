namespace Gatehouse.AspNetCore.SignIn;

/// <summary>What the waiting page shows.</summary>
/// <param name="Place">Where the person signs in.</param>
/// <param name="Progress">What to do there.</param>
/// <param name="Person">Who signed in already, and links an account now; null in a sign-in.</param>
/// <param name="SupportId">The support id.</param>
/// <param name="Action">Where the buttons go.</param>
public sealed record WaitingPageModel(
    string Place,
    SignInProgress Progress,
    string? Person,
    string SupportId,
    string Action
);
