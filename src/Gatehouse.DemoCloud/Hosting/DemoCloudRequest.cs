namespace Gatehouse.DemoCloud.Hosting;

/// <summary>What a fault can be matched by.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path without the base path and without the query, percent-decoded, as the client sent it (with <c>/index.php</c>).</param>
/// <param name="Query">Query with its question mark, or empty.</param>
/// <param name="UserAgent">User-Agent header.</param>
public sealed record DemoCloudRequest(string Method, string Path, string Query, string UserAgent);
