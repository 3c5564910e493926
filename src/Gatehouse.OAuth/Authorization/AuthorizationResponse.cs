namespace Gatehouse.OAuth.Authorization;

/// <summary>
/// RFC 6749 §4.1.2 and RFC 9207 §2: the address a browser is sent back to. <c>iss</c> is always there (Gemini CLI insists),
/// and <c>code</c> comes last: VS Code's redirect page misreads a leading one.
/// </summary>
internal static class AuthorizationResponse
{
    public static string Success(RedirectUri redirect, string? state, Issuer issuer, AuthorizationCode code) =>
        redirect.With([.. Common(state, issuer), ("code", code.Reveal())]);

    public static string Failure(RedirectUri redirect, string? state, Issuer issuer, OAuthError error) =>
        redirect.With([.. Common(state, issuer), ("error", error.Code), ("error_description", error.Description)]);

    private static IEnumerable<(string Name, string Value)> Common(string? state, Issuer issuer) =>
        state is null ? [("iss", issuer.Value)] : [("state", state), ("iss", issuer.Value)];
}
