using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>OpenID Connect Discovery 1.0 §4, RFC 8414 §3.</summary>
internal static class MetadataEndpoint
{
    public static ProviderAnswer Answer(ProviderCall call)
    {
        var (engine, quirks) = (call.Engine, call.Quirks);
        var paths = quirks.Paths;
        var document = new JsonObject
        {
            ["issuer"] =
                engine.Faults.MetadataIssuer
                ?? engine.IssuerOf(quirks.TemplatedTenants.GetValueOrDefault(call.Tenant, call.Tenant)),
            ["authorization_endpoint"] = Endpoint(call, paths.Authorize),
            ["token_endpoint"] = Endpoint(call, paths.Token),
            ["userinfo_endpoint"] = Endpoint(call, paths.Account),
            ["jwks_uri"] = paths.Keys is { } keys ? engine.Host + call.Fill(keys) : null,
            ["introspection_endpoint"] = Endpoint(call, paths.Introspect),
            ["revocation_endpoint"] = Endpoint(call, paths.Revoke),
            ["registration_endpoint"] = Endpoint(call, paths.Register),
            ["device_authorization_endpoint"] = Endpoint(call, paths.Device),
            ["end_session_endpoint"] = Endpoint(call, paths.EndSession),
            ["response_types_supported"] = new JsonArray("code"),
            ["grant_types_supported"] = GrantTypes(quirks),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray(quirks.Algorithm),
            ["scopes_supported"] = Texts(quirks.Scopes.Advertised),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
            ["token_endpoint_auth_methods_supported"] = Texts(quirks.ClientAuthentication),
            ["authorization_response_iss_parameter_supported"] = quirks.NamesIssuerInCallback ? true : null,
        };
        foreach (var name in quirks.MetadataLacks)
        {
            document.Remove(name);
        }

        var words = engine.Words(call.Tenant);
        TokenMint.Put(document, WordTemplate.FillJson(quirks.MetadataHas, words)!.AsObject());
        TokenMint.Put(document, WordTemplate.FillJson(engine.Faults.Metadata, words)!.AsObject());
        foreach (var name in document.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            document.Remove(name);
        }

        return ProviderAnswer.Json(document);
    }

    private static string? Endpoint(ProviderCall call, string? path) =>
        path is null ? null
        : path.StartsWith('/') ? call.Engine.EndpointHost + call.Fill(path)
        : path;

    private static JsonArray GrantTypes(ProviderQuirks quirks)
    {
        var types = new List<string> { "authorization_code", "refresh_token" };
        if (quirks.Exchange == ExchangeRule.TokenExchange)
        {
            types.Add(TokenEndpoint.Exchange);
        }

        return Texts(types);
    }

    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
