namespace Gatehouse.OAuth.Protection;

/// <summary>
/// RFC 6750 §3 and RFC 9728 §5.1: the <c>WWW-Authenticate</c> header that starts every sign-in. All values are quoted; the full scope set is named,
/// because most clients cannot ask for more later.
/// </summary>
internal sealed record BearerChallenge(ResourceUri Resource, ScopeSet Scopes, OAuthError? Error = null)
{
    public override string ToString()
    {
        var metadata = Resource.Origin.At(Discovery.EndpointPaths.ProtectedResource + Resource.Path);
        var failure = Error is null ? "" : $"error=\"{Error.Code}\", error_description=\"{Error.Description}\", ";
        return $"Bearer {failure}resource_metadata=\"{metadata}\", scope=\"{Scopes}\"";
    }
}
