using System.Security.Cryptography;
using System.Text.Json;
using Gatehouse.Clients;
using Gatehouse.OAuth.Authorization;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Registration.Documents;

namespace Gatehouse.OAuth.Tests;

/// <summary>The server all tests speak to: one origin, one resource, four scopes.</summary>
internal static class Sample
{
    public const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    public static Issuer Issuer { get; } = Issuer.Parse("https://mcp.example.com").Value;

    public static ResourceUri Resource { get; } = ResourceUri.At(Issuer, "/mcp");

    public static ScopeCatalog Scopes { get; } =
        new([
            new SupportedScope(Scope.Of("notes.read"), "Notes", "Read your notes"),
            new SupportedScope(Scope.Of("notes.write"), "Notes", "Change your notes", Scope.Of("notes.read")),
            new SupportedScope(Scope.Of("files.read"), "Files", "Read your files"),
            new SupportedScope(Scope.Of("files.write"), "Files", "Change your files", Scope.Of("files.read")),
        ]);

    public static RedirectPolicy Policy { get; } = KnownClients.Redirects([], []);

    public static MacKey Key { get; } = new("k1", SHA256.HashData("a key for tests"u8));

    public static ClientRegistrationRules Registration { get; } = new(Policy);

    public static AuthorizationRules Authorization { get; } =
        new(Scopes, new ResourceRule(Resource), Policy, new ClientDomains([], []));

    public static RequestParameters Parameters(params IEnumerable<(string Name, string? Value)> parameters) =>
        new(
            parameters
                .GroupBy(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal)
                .Select(group => KeyValuePair.Create(group.Key, (IReadOnlyList<string?>)[.. group]))
        );

    public static RedirectUri Redirect(string text) => RedirectUri.Parse(text).Value;

    public static ClientMetadata Metadata(string name, params string[] redirects) =>
        new ClientMetadataRule(Policy)
            .Apply(new ClientRegistrationRequest { ClientName = name, RedirectUris = redirects })
            .Value;

    public static Client DynamicClient(params string[] redirects) =>
        DynamicClientId.Issue(Metadata("A client", redirects), Key).Value.Client;

    public static Result<ClientRegistrationResponse> Register(string json) =>
        Registration.Register(System.Text.Encoding.UTF8.GetBytes(json), Key);

    public static JsonElement Json(ClientRegistrationResponse response) =>
        JsonSerializer.SerializeToElement(response, OAuthJson.Default.ClientRegistrationResponse);
}
