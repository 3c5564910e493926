namespace Gatehouse.Testing.Recordings;

/// <summary>
/// Beginnings of paths in which names stand: a segment in braces takes the place of whatever is sent there. Numbers need no pattern.
/// </summary>
internal static class PathPatterns
{
    private static readonly string[][] all =
    [
        .. new[]
        {
            "/index.php/apps/cookbook/api/v1/category/{category}",
            "/index.php/apps/cookbook/api/v1/search/{words}",
            "/index.php/apps/cookbook/api/v1/tags/{keywords}",
            "/index.php/apps/mail/api/messages/{id}/attachment/{part}",
            "/index.php/apps/mail/api/messages/{id}/tags/{label}",
            "/ocs/v2.php/apps/notifications/api/v2/admin_notifications/{user}",
            "/ocs/v2.php/apps/spreed/api/v1/chat/{token}",
            "/ocs/v2.php/apps/spreed/api/v1/poll/{token}",
            "/ocs/v2.php/apps/spreed/api/v1/reaction/{token}",
            "/ocs/v2.php/apps/spreed/api/v4/room/{token}",
            "/ocs/v2.php/apps/user_status/api/v1/statuses/{user}",
            "/ocs/v2.php/cloud/groups/{group}",
            "/ocs/v2.php/cloud/users/{user}",
            "/ocs/v2.php/search/providers/{provider}",
            "/remote.php/dav/trashbin/{user}/trash/{name}",
            "/remote.php/dav/trashbin/{user}",
            "/remote.php/dav/uploads/{user}/{upload}/.file",
            "/remote.php/dav/uploads/{user}/{upload}/{chunk}",
            "/remote.php/dav/uploads/{user}/{upload}",
            "/remote.php/dav/versions/{user}",
        }.Select(p => p.Split('/')),
    ];

    /// <summary>The segments with the names of the first pattern that fits in their places.</summary>
    public static IEnumerable<string> Apply(string[] segments) =>
        Array.Find(all, pattern => Fits(pattern, segments)) is { } found
            ? found.Concat(segments.Skip(found.Length))
            : segments;

    private static bool Fits(string[] pattern, string[] segments) =>
        pattern.Length <= segments.Length
        && pattern.Zip(segments).All(pair => IsName(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second);

    private static bool IsName(string segment) => segment.StartsWith('{');
}
