namespace Gatehouse.Nextcloud.Users;

/// <summary>User ids as the API lists them.</summary>
internal sealed record UserList(string[]? Users);
