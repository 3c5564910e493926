using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.People;

/// <summary>A browser in which a person is signed in to our own pages. It has nothing to do with clients and their tokens.</summary>
/// <param name="Hash">Of the cookie.</param>
/// <param name="Person">Who.</param>
/// <param name="LastUsedAt">When a page was last opened with it, to the minute.</param>
/// <param name="ExpiresAt">When it ends, used or not.</param>
public sealed record PersonSession(TokenHash Hash, Person Person, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt);
