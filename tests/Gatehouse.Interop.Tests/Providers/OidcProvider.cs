using System.Text.Json.Nodes;

namespace Gatehouse.Interop.Tests.Providers;

/// <summary>npm's oidc-provider, the reference server of the OpenID Connect certification, in two configurations.</summary>
internal static class OidcProvider
{
    public const string Package = "oidc-provider-9.13.3";

    /// <summary>As it is without any configuration: a client with a secret by Basic authentication, no refresh token, nothing but <c>sub</c> about a person.</summary>
    public static Task<NpmProvider> StartPoorAsync(string callback, CancellationToken cancellationToken) =>
        NpmProvider.StartAsync(Package, [Client(callback).ToJsonString(), "{}"], cancellationToken);

    /// <summary>With claims, refresh tokens that rotate, introspection, revocation, registration, resource indicators.</summary>
    public static Task<NpmProvider> StartRichAsync(string callback, CancellationToken cancellationToken)
    {
        var client = Client(callback);
        client["grant_types"] = new JsonArray("authorization_code", "refresh_token");
        client["token_endpoint_auth_method"] = "client_secret_post";
        var configuration = new JsonObject
        {
            ["scopes"] = new JsonArray("openid", "offline_access"),
            ["claims"] = new JsonObject
            {
                ["openid"] = new JsonArray("sub"),
                ["profile"] = new JsonArray("name", "preferred_username"),
                ["email"] = new JsonArray("email", "email_verified"),
            },
            ["conformIdTokenClaims"] = false,
            ["features"] = new JsonObject
            {
                ["introspection"] = new JsonObject { ["enabled"] = true },
                ["revocation"] = new JsonObject { ["enabled"] = true },
                ["registration"] = new JsonObject { ["enabled"] = true },
            },
            ["people"] = new JsonObject
            {
                ["alice"] = new JsonObject
                {
                    ["name"] = "Alice",
                    ["preferred_username"] = "alice",
                    ["email"] = "alice@example.test",
                    ["email_verified"] = true,
                },
            },
        };
        return NpmProvider.StartAsync(
            Package,
            [client.ToJsonString(), configuration.ToJsonString()],
            cancellationToken
        );
    }

    private static JsonObject Client(string callback) =>
        new()
        {
            ["client_id"] = RealProvider.ClientId,
            ["client_secret"] = RealProvider.ClientSecret,
            ["redirect_uris"] = new JsonArray(callback),
        };
}
