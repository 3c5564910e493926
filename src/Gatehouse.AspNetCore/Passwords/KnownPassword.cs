using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.AspNetCore.Passwords;

/// <summary>An answer about a name and password, without either.</summary>
/// <param name="Person">Whose they are; null when they are nobody's.</param>
/// <param name="Credential">What lets us act as the person, sealed under a key that only the password and this process together make.</param>
/// <param name="SignIn">The name of the sign-in that knows them; empty when none does.</param>
/// <param name="Until">When it is asked again.</param>
internal sealed record KnownPassword(Person? Person, byte[]? Credential, string SignIn, DateTimeOffset Until);
