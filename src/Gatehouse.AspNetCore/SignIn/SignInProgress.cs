namespace Gatehouse.AspNetCore.SignIn;

/// <summary>A sign-in that waits for the person.</summary>
/// <param name="State">What the sign-in needs to go on; sealed wherever it is kept, never shown.</param>
/// <param name="Link">Where the person signs in.</param>
/// <param name="LinkText">The words of the link.</param>
/// <param name="Explanation">What to do there.</param>
public sealed record SignInProgress(string State, string Link, string LinkText, string Explanation)
{
    /// <summary>The browser is taken to the link and comes back to the callback. Otherwise the page shows the link, which opens in a new tab, and waits.</summary>
    public bool IsRedirect { get; init; }

    /// <summary>Never the state.</summary>
    public override string ToString() => $"SignInProgress {LinkText} ***";
}
