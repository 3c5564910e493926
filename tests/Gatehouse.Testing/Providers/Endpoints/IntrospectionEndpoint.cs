using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>RFC 7662.</summary>
internal static class IntrospectionEndpoint
{
    public static ProviderAnswer Answer(ProviderCall call)
    {
        var engine = call.Engine;
        if (ClientAuthentication.Find(call, out var problem) is null)
        {
            return call.Refuse(problem!);
        }

        if (!engine.Grants.TryFindAccessToken(call["token"], out var issued))
        {
            return ProviderAnswer.Json(new JsonObject { ["active"] = false });
        }

        var grant = issued.Grant;
        var words = TokenWords.Of(engine, grant);
        var audience = grant.Audience is { } bound
            ? JsonValue.Create(bound)
            : WordTemplate.FillJson(call.Quirks.AccessToken.Audience, words);
        return ProviderAnswer.Json(
            new JsonObject
            {
                ["active"] = true,
                ["iss"] = engine.Issuer,
                ["sub"] = grant.Person.Subject,
                ["username"] = grant.Person.UserName,
                ["client_id"] = grant.ClientId,
                ["scope"] = string.Join(' ', grant.Scopes),
                ["token_type"] = "Bearer",
                ["exp"] = issued.ExpiresAt,
                ["aud"] = audience,
            }
        );
    }
}
