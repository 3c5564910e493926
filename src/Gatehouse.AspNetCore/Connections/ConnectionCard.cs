using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>One connection as the page shows it.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Name">What to call it.</param>
/// <param name="IsVouchedFor">False: it calls itself so, and nobody has checked that.</param>
/// <param name="Action">Where its buttons post to.</param>
/// <param name="Seal">The proof of its form.</param>
/// <param name="Answers">Where the client is answered: a program on a computer, an app, a web site.</param>
/// <param name="SignIns">How many sign-ins of it live, such as one on each computer.</param>
/// <param name="Switches">What was granted to them together, and what of it is on.</param>
/// <param name="ExpiresAt">When a personal token ends; null for what is no personal token.</param>
/// <param name="IsRecent">It was called within the last minutes.</param>
public sealed record ConnectionCard(
    Connection Connection,
    string Name,
    bool IsVouchedFor,
    string Action,
    string Seal,
    IReadOnlyList<string> Answers,
    int SignIns,
    ScopeSwitchesModel Switches,
    DateTimeOffset? ExpiresAt,
    bool IsRecent
);
