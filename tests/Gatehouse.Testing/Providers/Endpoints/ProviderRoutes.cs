namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>All paths of a provider.</summary>
internal sealed class ProviderRoutes
{
    private readonly List<ProviderRoute> routes = [];

    public ProviderRoutes(ProviderEngine engine)
    {
        var (quirks, paths) = (engine.Quirks, engine.Quirks.Paths);
        foreach (var (key, answer) in quirks.More)
        {
            var (method, path) = key.Split(' ') is [var verb, var rest] ? (verb, rest) : ("GET", key);
            Add(method, path, ProviderEndpoint.Other, answer);
        }

        var below = quirks.IssuerPath.TrimEnd('/');
        foreach (var path in quirks.MetadataPaths)
        {
            Add(
                "GET",
                path.Replace("{path}", below, StringComparison.Ordinal),
                ProviderEndpoint.Metadata,
                MetadataEndpoint.Answer
            );
        }

        Add("GET", paths.Keys, ProviderEndpoint.Keys, call => ProviderAnswer.Json(call.Engine.Keys.Document()));
        Add(null, paths.Authorize, ProviderEndpoint.Authorize, AuthorizeEndpoint.Answer);
        Add("POST", paths.Token, ProviderEndpoint.Token, TokenEndpoint.Answer);
        Add(null, paths.Account, ProviderEndpoint.Account, AccountEndpoint.Answer);
        Add("POST", paths.Introspect, ProviderEndpoint.Introspection, IntrospectionEndpoint.Answer);
        Add("POST", paths.Revoke, ProviderEndpoint.Revocation, RevocationEndpoint.Answer);
        if (quirks.Registration is { } register)
        {
            Add("POST", paths.Register, ProviderEndpoint.Registration, register);
        }
    }

    /// <summary>Who answers a request; null when nobody does.</summary>
    public ProviderRoute? Find(string method, string path, out string? tenant)
    {
        foreach (var route in routes)
        {
            if (route.Matches(method, path, out tenant))
            {
                return route;
            }
        }

        tenant = null;
        return null;
    }

    private void Add(string? method, string? path, ProviderEndpoint endpoint, Func<ProviderCall, ProviderAnswer> answer)
    {
        // An address elsewhere is advertised and not ours to serve.
        if (path?.StartsWith('/') == true)
        {
            routes.Add(new ProviderRoute(method, path, endpoint, answer));
        }
    }
}
