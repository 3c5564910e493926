namespace Gatehouse.AspNetCore.SignIn;

/// <summary>What the waiting page shows.</summary>
public sealed record WaitingPageModel(string Place, SignInProgress Progress, string SupportId, string Action);
