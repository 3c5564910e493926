using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>RFC 8693 §2.</summary>
internal static class ExchangeGrant
{
    private const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";

    public static ProviderAnswer Answer(ProviderCall call, ProviderClient client)
    {
        var (engine, errors) = (call.Engine, call.Quirks.Errors);
        if (engine.Faults.ExchangeError is { } planned)
        {
            return call.Refuse(planned);
        }

        if (
            call["subject_token_type"] is null
            || !engine.Grants.TryFindAccessToken(call["subject_token"], out var issued)
        )
        {
            return call.Refuse(errors.BadSubjectToken);
        }

        var target = call["audience"] ?? call["resource"];
        if (target is not null && call.Quirks.KnownResources.Count > 0 && !engine.KnowsResource(target))
        {
            return call.Refuse(errors.BadTarget);
        }

        var from = issued.Grant;
        var grant = new ProviderGrant
        {
            Person = from.Person,
            ClientId = client.Id,
            Tenant = from.Tenant,
            Scopes = call.Scopes.Count > 0 ? call.Scopes : from.Scopes,
            AuthenticatedAt = from.AuthenticatedAt,
            Audience = target,
            IsExchanged = true,
        };
        return TokenEndpoint.Success(
            call,
            grant,
            refreshToken: null,
            hasIdToken: false,
            new JsonObject { ["issued_token_type"] = AccessToken }
        );
    }
}
