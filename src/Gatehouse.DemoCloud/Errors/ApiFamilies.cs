namespace Gatehouse.DemoCloud.Errors;

internal static class ApiFamilies
{
    /// <summary>Tells the family by a path that has neither base path nor <c>/index.php</c>.</summary>
    public static ApiFamily Of(PathString path) =>
        path.Value switch
        {
            "/status.php" => ApiFamily.Status,
            { } ocs when ocs.StartsWith("/ocs/", StringComparison.Ordinal) => ApiFamily.Ocs,
            { } dav
                when dav.StartsWith("/remote.php", StringComparison.Ordinal)
                    || dav.StartsWith("/public.php", StringComparison.Ordinal) => ApiFamily.Dav,
            { } app
                when app.StartsWith("/apps/", StringComparison.Ordinal)
                    && app.Contains("/api/", StringComparison.Ordinal) => ApiFamily.App,
            _ => ApiFamily.Page,
        };
}
