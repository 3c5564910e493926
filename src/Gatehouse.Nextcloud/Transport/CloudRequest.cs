namespace Gatehouse.Nextcloud.Transport;

/// <summary>One call to a cloud.</summary>
/// <param name="Method">The method, WebDAV's included.</param>
/// <param name="Path">Path and query below the cloud's base, percent-encoded.</param>
/// <param name="Doing">What the call is for, as the beginning of an error's sentence, e.g. <c>Reading note 188</c>.</param>
internal sealed record CloudRequest(HttpMethod Method, string Path, string Doing)
{
    private static readonly char[] slashes = ['/', '\\'];

    public static HttpMethod PropFind { get; } = new("PROPFIND");
    public static HttpMethod Search { get; } = new("SEARCH");
    public static HttpMethod MkCol { get; } = new("MKCOL");
    public static HttpMethod Move { get; } = new("MOVE");
    public static HttpMethod Copy { get; } = new("COPY");
    public static HttpMethod Report { get; } = new("REPORT");
    public static HttpMethod PropPatch { get; } = new("PROPPATCH");

    /// <summary>The media type asked for; null for none.</summary>
    public string? Accept { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Makes the body; called once per try.</summary>
    public Func<HttpContent>? Content { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>Uploads and downloads take longer than other calls.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>
    /// Calls that tell who somebody is belong to a sign-in that just succeeded at the cloud: they go through although the cloud is suspended.
    /// </summary>
    public bool IsIdentityCall { get; init; }

    /// <summary>What it makes is thrown away by the cloud itself, like the pieces of an upload.</summary>
    public bool IsPassing { get; init; }

    /// <summary>
    /// The <see cref="Doing"/> of an earlier call of the same work that this one takes back; null when it takes back none. Afterwards nothing is
    /// left of both.
    /// </summary>
    public string? Undoes { get; init; }

    /// <summary>After it something is not as it was.</summary>
    public bool LeavesSomething => !IsSafe && !IsPassing;

    /// <summary>
    /// RFC 3986 §5.2.4: a segment <c>.</c> or <c>..</c>, escaped or not, is taken out on the way together with what is in front of it, so a name
    /// that is one would ask for something else. No path of ours needs them.
    /// </summary>
    public bool LeavesItsPlace =>
        Path.Split('?')[0]
            .Split('/')
            // Proxies in front of a cloud may read an escaped slash as one.
            .SelectMany(segment => Uri.UnescapeDataString(segment).Split(slashes))
            .Any(segment => segment is "." or "..");

    /// <summary>It only asks, whatever its method, as for free and busy times.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>A call that changes nothing and may be sent again.</summary>
    public bool IsSafe =>
        IsQuestion
        || Method == HttpMethod.Get
        || Method == HttpMethod.Head
        || Method == PropFind
        || Method == Search
        || Method == Report;
}
