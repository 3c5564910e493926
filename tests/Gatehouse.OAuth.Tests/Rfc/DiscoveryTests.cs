using System.Text.Json;
using Gatehouse.OAuth.Discovery;

namespace Gatehouse.OAuth.Tests.Rfc;

/// <summary>RFC 8414, RFC 9728 and OpenID Connect Discovery: the documents and where they are.</summary>
public sealed class DiscoveryTests
{
    [Fact]
    public void Rfc8414_section_3_2_the_document_has_exactly_these_members() =>
        Assert.Equal(
            """{"issuer":"https://mcp.example.com","authorization_endpoint":"https://mcp.example.com/authorize","token_endpoint":"https://mcp.example.com/token","revocation_endpoint":"https://mcp.example.com/revoke","registration_endpoint":"https://mcp.example.com/register","device_authorization_endpoint":"https://mcp.example.com/device_authorization","jwks_uri":"https://mcp.example.com/.well-known/jwks.json","scopes_supported":["files.read","files.write","notes.read","notes.write","offline_access"],"response_types_supported":["code"],"response_modes_supported":["query"],"grant_types_supported":["authorization_code","refresh_token","urn:ietf:params:oauth:grant-type:device_code"],"token_endpoint_auth_methods_supported":["none","client_secret_basic","client_secret_post"],"revocation_endpoint_auth_methods_supported":["none","client_secret_basic","client_secret_post"],"code_challenge_methods_supported":["S256"],"authorization_response_iss_parameter_supported":true,"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["ES256"]}""",
            Serialize(dynamicRegistration: true)
        );

    [Fact]
    public void Without_dynamic_registration_the_endpoint_is_not_advertised_and_nothing_is_null()
    {
        var json = Serialize(dynamicRegistration: false);

        Assert.DoesNotContain("registration_endpoint", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("authorization_endpoint")]
    [InlineData("jwks_uri")]
    [InlineData("response_types_supported")]
    [InlineData("subject_types_supported")]
    [InlineData("id_token_signing_alg_values_supported")]
    public void OpenID_Connect_Discovery_section_3_its_required_members_are_there(string member) =>
        Assert.True(JsonDocument.Parse(Serialize(dynamicRegistration: true)).RootElement.TryGetProperty(member, out _));

    [Fact]
    public void Rfc9728_section_3_2_the_document_has_exactly_these_members() =>
        Assert.Equal(
            """{"resource":"https://mcp.example.com/mcp","authorization_servers":["https://mcp.example.com"],"scopes_supported":["files.read","files.write","notes.read","notes.write"],"bearer_methods_supported":["header"],"resource_name":"Notes"}""",
            JsonSerializer.Serialize(
                ProtectedResourceMetadata.Of(Sample.Resource, Sample.Scopes, "Notes"),
                OAuthJson.Default.ProtectedResourceMetadata
            )
        );

    [Fact]
    public void Rfc9728_a_resource_without_a_name_has_no_null_in_its_document() =>
        Assert.DoesNotContain(
            "null",
            JsonSerializer.Serialize(
                ProtectedResourceMetadata.Of(Sample.Resource, Sample.Scopes, null),
                OAuthJson.Default.ProtectedResourceMetadata
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Rfc9728_section_3_1_the_path_of_the_resource_follows_the_well_known_name() =>
        Assert.Equal(
            "https://mcp.example.com/.well-known/oauth-protected-resource/mcp",
            Sample.Issuer.At(EndpointPaths.ProtectedResource + Sample.Resource.Path)
        );

    [Fact]
    public void Rfc8414_section_3_3_the_issuer_is_the_same_string_everywhere()
    {
        var authorizationServer = AuthorizationServerMetadata.Of(Sample.Issuer, Sample.Scopes, true, true);
        var resource = ProtectedResourceMetadata.Of(Sample.Resource, Sample.Scopes, null);

        Assert.Equal(authorizationServer.Issuer, Assert.Single(resource.AuthorizationServers));
        Assert.False(authorizationServer.Issuer.EndsWith('/'));
    }

    private static string Serialize(bool dynamicRegistration) =>
        JsonSerializer.Serialize(
            AuthorizationServerMetadata.Of(Sample.Issuer, Sample.Scopes, dynamicRegistration, true),
            OAuthJson.Default.AuthorizationServerMetadata
        );
}
