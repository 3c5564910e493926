namespace Gatehouse.Testing.Recordings;

/// <summary>
/// A request without what differs from call to call: the query, ids, users, file names, tokens. Two requests with the same template go to
/// the same route of Nextcloud.
/// </summary>
public readonly record struct RequestTemplate(string Method, string Path)
{
    private const string Flow = "/login/v2/flow/";

    /// <summary>Routes whose varying segments are not numbers: what stands in braces takes a segment, <c>{path}</c> the rest.</summary>
    private static readonly string[] Routes =
    [
        "/remote.php/dav/files/{user}/{path}",
        "/remote.php/dav/files/{user}/",
        "/remote.php/dav/calendars/{user}/{calendar}/{object}",
        "/remote.php/dav/calendars/{user}/{calendar}/",
        "/remote.php/dav/calendars/{user}/",
        "/remote.php/dav/addressbooks/users/{user}/{book}/{card}",
        "/remote.php/dav/addressbooks/users/{user}/{book}/",
        "/remote.php/dav/addressbooks/users/{user}/",
        "/remote.php/dav/principals/users/{user}/",
        "/remote.php/dav/trashbin/{user}/{kind}/{name}",
        "/remote.php/dav/trashbin/{user}/{kind}/",
        "/remote.php/dav/versions/{user}/versions/{id}/{version}",
        "/remote.php/dav/versions/{user}/{kind}/{name}",
        "/remote.php/dav/uploads/{user}/{upload}/{chunk}",
        "/remote.php/dav/uploads/{user}/{upload}/",
        "/ocs/v2.php/search/providers/{provider}/search",
    ];

    /// <summary>Makes the template of a request's method and path, e.g. <c>GET /index.php/apps/notes/api/v1/notes/{id}</c>.</summary>
    public static RequestTemplate Of(string method, string pathAndQuery)
    {
        var path = pathAndQuery.Split('?', 2)[0];
        if (path.IndexOf(Flow, StringComparison.Ordinal) is var flow and >= 0)
            return new(method, path[..(flow + Flow.Length)] + "{token}");
        if (Array.Find(Routes, route => Fits(route, path)) is { } found)
            return new(method, found);

        var segments = PathPatterns
            .Apply(path.Split('/'))
            .Select(s => s.Length > 0 && s.All(char.IsAsciiDigit) ? "{id}" : s);
        return new(method, string.Join('/', segments));
    }

    /// <summary>Does a path fit a route?</summary>
    public static bool Fits(string route, string path)
    {
        var wanted = route.TrimEnd('/').Split('/');
        var given = path.TrimEnd('/').Split('/');
        if (wanted[^1] == "{path}" ? given.Length < wanted.Length : given.Length != wanted.Length)
            return false;

        return wanted
            .Zip(given)
            .All(pair => pair.First is ['{', .., '}'] ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}
