namespace Gatehouse.Bench.Load;

/// <summary>The request a row repeats.</summary>
internal sealed record LoadRequest(string Method, string Path, string? Body, IReadOnlyList<string> Headers)
{
    public static LoadRequest Get(string path, string? token = null) => new("GET", path, Body: null, Bearer(token));

    public static LoadRequest PostJson(string path, string body, string? token = null) =>
        new(
            "POST",
            path,
            body,
            ["Content-Type: application/json", "Accept: application/json, text/event-stream", .. Bearer(token)]
        );

    private static IReadOnlyList<string> Bearer(string? token) =>
        token is null ? [] : [$"Authorization: Bearer {token}"];
}
