namespace Gatehouse.AspNetCore.People;

/// <summary>What the page after signing out shows, where the person may still be signed in elsewhere.</summary>
/// <param name="Title">What the place is called.</param>
/// <param name="Link">Where to sign out there.</param>
public sealed record SignedOutPageModel(string Title, string Link);
