using Gatehouse.AspNetCore.PersonalTokens;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>What the connections page shows.</summary>
/// <param name="ServerName">What the server is called.</param>
/// <param name="PersonName">Who looks.</param>
/// <param name="Clients">The clients that are connected, oldest first.</param>
/// <param name="Tokens">The personal tokens, oldest first.</param>
/// <param name="NewToken">The form that makes another one.</param>
/// <param name="Account">The account the person linked; null when none is.</param>
/// <param name="SignOutSeal">For the button that signs out.</param>
/// <param name="Notice">What was just done; null for nothing.</param>
public sealed record ConnectionsPageModel(
    string ServerName,
    string PersonName,
    IReadOnlyList<ConnectionCard> Clients,
    IReadOnlyList<ConnectionCard> Tokens,
    NewTokenForm NewToken,
    LinkedAccountForm? Account,
    string SignOutSeal,
    string? Notice
);
