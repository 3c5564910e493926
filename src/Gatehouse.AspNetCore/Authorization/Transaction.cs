using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>One attempt to make a connection, from the moment the person consented.</summary>
/// <param name="Id">Its name, shown as support id.</param>
/// <param name="Browser">Hash of the cookie of the browser it belongs to.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Content">The request, the state of the sign-in and, when finished, the answer: sealed.</param>
/// <param name="Story">The steps so far, JSON without secrets, for <c>trace</c>.</param>
/// <param name="Version">Counts the updates: an update of an old version is refused.</param>
/// <param name="ExpiresAt">When it is forgotten.</param>
public sealed record Transaction(
    TransactionId Id,
    TokenHash Browser,
    TransactionState State,
    byte[] Content,
    string Story,
    int Version,
    DateTimeOffset ExpiresAt
);
