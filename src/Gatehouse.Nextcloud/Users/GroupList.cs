namespace Gatehouse.Nextcloud.Users;

/// <summary>Group ids as the API lists them.</summary>
internal sealed record GroupList(string[]? Groups);
