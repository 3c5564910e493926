namespace Gatehouse.OAuth.Tokens;

/// <summary>RFC 6749 §6.</summary>
/// <param name="RefreshToken">The token to rotate.</param>
/// <param name="Asked">Scopes for the new access token; empty for all that were granted.</param>
internal sealed record RefreshGrantRequest(RefreshToken RefreshToken, ScopeSet Asked)
{
    public static Result<RefreshGrantRequest> Read(RequestParameters parameters) =>
        parameters["refresh_token"] is { } token
            ? new RefreshGrantRequest(RefreshToken.From(token), ScopeSet.Parse(parameters["scope"]))
            : new OAuthError(OAuthErrorCodes.InvalidRequest, "refresh_token is missing.");

    /// <summary>RFC 6749 §6: narrower is allowed, wider is not given, and foreign names leave what was granted.</summary>
    public ScopeSet Narrow(ScopeSet granted) =>
        granted.Intersect(Asked) is { Count: > 0 } narrowed ? narrowed : granted;
}
