namespace Gatehouse.Testing.Recordings;

/// <summary>
/// A request without what differs from call to call: the query, ids, users, file names, tokens. Two requests with the same template go to
/// the same route of Nextcloud.
/// </summary>
public readonly record struct RequestTemplate(string Method, string Path)
{
    private const string Flow = "/login/v2/flow/";

    /// <summary>Makes the template of a request's method and path, e.g. <c>GET /index.php/apps/notes/api/v1/notes/{id}</c>.</summary>
    public static RequestTemplate Of(string method, string pathAndQuery)
    {
        var path = pathAndQuery.Split('?', 2)[0];
        if (path.IndexOf(Flow, StringComparison.Ordinal) is var flow and >= 0)
            return new(method, path[..(flow + Flow.Length)] + "{token}");

        var segments = PathPatterns
            .Apply(path.Split('/'))
            .Select(s => s.Length > 0 && s.All(char.IsAsciiDigit) ? "{id}" : s);
        return new(method, string.Join('/', segments));
    }

    /// <summary>Does a request go where a declared one goes, e.g. <c>PUT /index.php/apps/notes/api/v1/notes/{id}</c>?</summary>
    public static bool Fits(string declared, string method, string pathAndQuery) =>
        declared.Split(' ', 2) is [var declaredMethod, var pattern]
        && declaredMethod == method
        && PathPatterns.Fits(pattern, pathAndQuery.Split('?', 2)[0]);

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}
