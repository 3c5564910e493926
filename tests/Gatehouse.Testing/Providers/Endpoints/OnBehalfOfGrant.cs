using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>Microsoft identity platform, "OAuth 2.0 On-Behalf-Of flow".</summary>
internal static class OnBehalfOfGrant
{
    private const string Default = "/.default";

    public static ProviderAnswer Answer(ProviderCall call, ProviderClient client)
    {
        var engine = call.Engine;
        if (engine.Faults.ExchangeError is { } planned)
        {
            return call.Refuse(planned);
        }

        if (
            call["requested_token_use"] != "on_behalf_of"
            || !engine.Grants.TryFindAccessToken(call["assertion"], out var issued)
            || issued.Grant.IsExchanged
        )
        {
            return call.Refuse(call.Quirks.Errors.BadSubjectToken);
        }

        var target = call.Scopes.FirstOrDefault(scope => scope != "offline_access") ?? "";
        var resource = target.EndsWith(Default, StringComparison.Ordinal) ? target[..^Default.Length] : target;
        var from = issued.Grant;
        var grant = new ProviderGrant
        {
            Person = from.Person,
            ClientId = client.Id,
            Tenant = from.Tenant,
            Scopes = [.. engine.ScopesOfResource(resource).Select(scope => $"{resource}/{scope}")],
            AuthenticatedAt = from.AuthenticatedAt,
            Audience = resource,
            IsExchanged = true,
            IsOffline = call.Scopes.Contains("offline_access"),
        };
        var refreshToken = grant.IsOffline
            ? engine.Grants.NewRefreshToken(grant, call.Quirks.TokenAnswer.RefreshPrefix)
            : null;
        return TokenEndpoint.Success(call, grant, refreshToken, hasIdToken: false);
    }
}
