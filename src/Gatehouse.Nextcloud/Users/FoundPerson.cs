namespace Gatehouse.Nextcloud.Users;

/// <summary>Somebody, or a group, that the cloud offers for a name that is typed.</summary>
/// <param name="Id">The user id or group id.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="IsGroup">It is a group.</param>
/// <param name="Detail">What tells people of the same name apart, mostly the mail address; null for nothing.</param>
/// <param name="Status">Their user status, e.g. <c>away</c>; null when they have none.</param>
/// <param name="StatusMessage">What they say about it; null for nothing.</param>
public sealed record FoundPerson(
    string Id,
    string Name,
    bool IsGroup,
    string? Detail,
    string? Status,
    string? StatusMessage
);
