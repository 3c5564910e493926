namespace Gatehouse.AspNetCore.Connections;

/// <summary>What the connections page shows.</summary>
/// <param name="ServerName">What the server is called.</param>
/// <param name="PersonName">Who looks.</param>
/// <param name="Connections">What is connected, oldest first.</param>
/// <param name="SignOutSeal">For the button that signs out.</param>
/// <param name="Notice">What was just done; null for nothing.</param>
public sealed record ConnectionsPageModel(
    string ServerName,
    string PersonName,
    IReadOnlyList<ConnectionCard> Connections,
    string SignOutSeal,
    string? Notice
);
