namespace Gatehouse.OAuth.Tokens;

/// <summary>RFC 6749 §4.1.3 with RFC 7636 §4.5.</summary>
/// <param name="Code">The code.</param>
/// <param name="Verifier">The secret behind its challenge.</param>
/// <param name="RedirectUri">As in the authorization request; OAuth 2.1 §4.1.3 no longer asks for it, so it may be missing.</param>
internal sealed record CodeGrantRequest(AuthorizationCode Code, CodeVerifier Verifier, string? RedirectUri)
{
    public static Result<CodeGrantRequest> Read(RequestParameters parameters)
    {
        if (parameters["code"] is not { } code)
        {
            return new OAuthError(OAuthErrorCodes.InvalidRequest, "code is missing.");
        }

        return CodeVerifier.Parse(parameters["code_verifier"]).Succeeded(out var verifier, out var error)
            ? new CodeGrantRequest(AuthorizationCode.From(code), verifier, parameters["redirect_uri"])
            : error;
    }
}
