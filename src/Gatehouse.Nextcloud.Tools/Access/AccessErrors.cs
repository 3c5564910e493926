namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>What a caller is told that lacks a scope.</summary>
internal static class AccessErrors
{
    public static string NotGranted(string what, string? scope, NextcloudCaller caller)
    {
        var title = scope is null ? null : NextcloudScopes.Find(scope)?.Title;
        var step = caller.ExtendAccessUrl is { } url
            ? $"Ask the person to open {url} and grant it, then try again. Do not open it yourself."
            : "Ask the person to sign in again and grant it.";
        return $"'{what}' is not allowed: the person did not grant '{title ?? scope ?? what}' ({scope ?? "no scope"}).\nNext step: {step}";
    }
}
