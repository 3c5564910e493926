namespace Gatehouse.AspNetCore.People;

/// <summary>Who a browser is known as.</summary>
/// <param name="Key">The person.</param>
/// <param name="Name">For pages.</param>
internal sealed record KnownPerson(string Key, string Name);
