namespace Gatehouse.AspNetCore.Connections;

/// <summary>What ended when all ended that stood of a person.</summary>
/// <param name="Connections">The connections, personal tokens among them, as they were.</param>
/// <param name="Accounts">The names of the accounts they had linked.</param>
/// <param name="Sessions">How many browsers were signed in to our pages.</param>
public sealed record EndedPerson(IReadOnlyList<Connection> Connections, IReadOnlyList<string> Accounts, int Sessions);
