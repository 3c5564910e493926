namespace Gatehouse.AspNetCore.People;

/// <summary>What the page shows that asks to sign in.</summary>
/// <param name="ServerName">What the server is called.</param>
/// <param name="Place">Where the person signs in.</param>
/// <param name="Seal">The proof of its form.</param>
/// <param name="HasEnded">A session ended before something could be done.</param>
public sealed record PageSignInPageModel(string ServerName, string Place, string Seal, bool HasEnded);
