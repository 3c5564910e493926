namespace Gatehouse.Testing.Recordings;

/// <summary>
/// A request without what differs from call to call: the query, ids, users, file names, tokens. Two requests with the same template go to
/// the same route of Nextcloud.
/// </summary>
public readonly record struct RequestTemplate(string Method, string Path)
{
    private const string Files = "/remote.php/dav/files/";
    private const string Flow = "/login/v2/flow/";

    /// <summary>Makes the template of a request's method and path, e.g. <c>GET /index.php/apps/notes/api/v1/notes/{id}</c>.</summary>
    public static RequestTemplate Of(string method, string pathAndQuery)
    {
        var path = pathAndQuery.Split('?', 2)[0];
        if (path.StartsWith(Files, StringComparison.Ordinal))
            return new(method, OfFile(path[Files.Length..]));
        if (path.IndexOf(Flow, StringComparison.Ordinal) is var flow and >= 0)
            return new(method, path[..(flow + Flow.Length)] + "{token}");

        var segments = PathPatterns
            .Apply(path.Split('/'))
            .Select(s => s.Length > 0 && s.All(char.IsAsciiDigit) ? "{id}" : s);
        return new(method, string.Join('/', segments));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";

    private static string OfFile(string rest)
    {
        var isHome = rest.TrimEnd('/').Split('/').Length == 1;
        return Files + (isHome ? "{user}/" : "{user}/{path}");
    }
}
