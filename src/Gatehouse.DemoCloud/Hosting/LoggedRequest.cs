namespace Gatehouse.DemoCloud.Hosting;

/// <summary>A request the demo cloud answered. Holds no secret.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path without the base path and without the query, percent-decoded.</param>
/// <param name="Query">Query with its question mark, or empty.</param>
/// <param name="User">User id the request was answered as, or <see langword="null"/>.</param>
/// <param name="UserAgent">User-Agent header.</param>
/// <param name="Status">Status that was answered; 0 when the connection was cut.</param>
/// <param name="Scheme">First word of Authorization (<c>Basic</c>, <c>Bearer</c>), or empty.</param>
/// <param name="SentCookies">Whether the request carried a Cookie header; an API client never should.</param>
public sealed record LoggedRequest(
    string Method,
    string Path,
    string Query,
    string? User,
    string UserAgent,
    int Status,
    string Scheme,
    bool SentCookies
);
