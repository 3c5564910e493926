namespace Gatehouse.OAuth.Protection;

/// <summary>RFC 6750 §2.1: the token of a request, from its header only; query and body are never looked at.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";
    private const int MaximumLength = 8192;

    /// <summary>The token; null when the header is absent, of another scheme, or longer than any of ours.</summary>
    public static string? Read(string? authorization) =>
        authorization is { Length: < MaximumLength }
        && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && authorization[Scheme.Length..].Trim() is { Length: > 0 } token
            ? token
            : null;
}
