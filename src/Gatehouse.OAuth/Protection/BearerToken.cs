namespace Gatehouse.OAuth.Protection;

/// <summary>RFC 6750 §2.1: the token of a request, from its header only; query and body are never looked at.</summary>
internal static class BearerToken
{
    /// <summary>In characters, with the scheme. Providers write all groups of a person into theirs, and half of what Kestrel takes of headers is left for the others.</summary>
    public const int MaximumLength = 16 * 1024;

    private const string Scheme = "Bearer ";

    /// <summary>The token; null when the header is absent, of another scheme, or too long.</summary>
    public static string? Read(string? authorization) =>
        authorization is { Length: < MaximumLength }
        && IsBearer(authorization)
        && authorization[Scheme.Length..].Trim() is { Length: > 0 } token
            ? token
            : null;

    /// <summary>Whether there is one that is not looked at because of its length.</summary>
    public static bool IsTooLong(string? authorization) =>
        authorization is { Length: >= MaximumLength } && IsBearer(authorization);

    private static bool IsBearer(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
}
