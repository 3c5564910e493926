namespace Gatehouse.Testing.Recordings;

/// <summary>
/// Beginnings of paths in which names stand: a segment in braces takes the place of whatever is sent there. Numbers need no pattern;
/// <c>{path}</c> takes all that follows. The first that fits is taken.
/// </summary>
internal static class PathPatterns
{
    private const string Rest = "{path}";

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
            "/remote.php/dav/addressbooks/users/{user}/{book}/{card}",
            "/remote.php/dav/addressbooks/users/{user}/{book}",
            "/remote.php/dav/addressbooks/users/{user}",
            "/remote.php/dav/calendars/{user}/inbox",
            "/remote.php/dav/calendars/{user}/outbox",
            "/remote.php/dav/calendars/{user}/trashbin/objects/{object}",
            "/remote.php/dav/calendars/{user}/trashbin/objects",
            "/remote.php/dav/calendars/{user}/trashbin",
            "/remote.php/dav/calendars/{user}/{calendar}/{object}",
            "/remote.php/dav/calendars/{user}/{calendar}",
            "/remote.php/dav/calendars/{user}",
            "/remote.php/dav/files/{user}/{path}",
            "/remote.php/dav/files/{user}",
            "/remote.php/dav/principals/users/{user}",
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
            ? found.Concat(found[^1] == Rest ? [] : segments.Skip(found.Length))
            : segments;

    /// <summary>Does a path fit a whole pattern?</summary>
    public static bool Fits(string pattern, string path)
    {
        var wanted = pattern.Split('/');
        var given = path.Split('/');
        return (wanted[^1] == Rest || wanted.Length == given.Length) && Fits(wanted, given);
    }

    private static bool Fits(string[] pattern, string[] segments) =>
        pattern.Length <= segments.Length
        && pattern.Zip(segments).All(pair => IsName(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second);

    private static bool IsName(string segment) => segment.StartsWith('{');
}
