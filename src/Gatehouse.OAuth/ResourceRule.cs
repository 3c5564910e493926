namespace Gatehouse.OAuth;

/// <summary>
/// RFC 8707 §2: what a client may call this server's resource. Old clients send nothing, some the origin, some a trailing slash;
/// all mean the one resource there is. Anything else is <c>invalid_target</c>.
/// </summary>
internal sealed class ResourceRule(ResourceUri resource)
{
    public ResourceUri Resource { get; } = resource;

    public OAuthError? Refuses(RequestParameters parameters) =>
        parameters.All("resource").All(IsOurs)
            ? null
            : new OAuthError(
                OAuthErrorCodes.InvalidTarget,
                $"The resource of this server is {Resource.Value}; tokens for others are not issued here."
            );

    private bool IsOurs(string asked)
    {
        var bare = asked.EndsWith('/') ? asked[..^1] : asked;
        var path = bare.Length >= Resource.Origin.Value.Length ? bare[Resource.Origin.Value.Length..] : null;

        // RFC 3986 §6.2.2.1: scheme and host are compared without case, the path with it.
        return bare.StartsWith(Resource.Origin.Value, StringComparison.OrdinalIgnoreCase)
            && (path is "" || string.Equals(path, Resource.Path, StringComparison.Ordinal));
    }
}
