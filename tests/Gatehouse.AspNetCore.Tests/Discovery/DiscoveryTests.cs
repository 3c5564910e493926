using System.Text.Json;
using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Discovery;

public sealed class DiscoveryTests
{
    private const string Resource = """
        {"resource":"https://mcp.example.com/mcp","authorization_servers":["https://mcp.example.com"],"scopes_supported":["files.read","notes.read","notes.write"],"bearer_methods_supported":["header"],"resource_name":"the test server"}
        """;

    private const string Server = """
        {"issuer":"https://mcp.example.com","authorization_endpoint":"https://mcp.example.com/authorize","token_endpoint":"https://mcp.example.com/token","revocation_endpoint":"https://mcp.example.com/revoke","registration_endpoint":"https://mcp.example.com/register","device_authorization_endpoint":"https://mcp.example.com/device_authorization","jwks_uri":"https://mcp.example.com/.well-known/jwks.json","scopes_supported":["files.read","notes.read","notes.write","offline_access"],"response_types_supported":["code"],"response_modes_supported":["query"],"grant_types_supported":["authorization_code","refresh_token","urn:ietf:params:oauth:grant-type:device_code"],"token_endpoint_auth_methods_supported":["none","client_secret_basic","client_secret_post"],"revocation_endpoint_auth_methods_supported":["none","client_secret_basic","client_secret_post"],"code_challenge_methods_supported":["S256"],"authorization_response_iss_parameter_supported":true,"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["ES256"]}
        """;

    [Theory]
    [InlineData("/.well-known/oauth-protected-resource/mcp", Resource)]
    [InlineData("/.well-known/oauth-protected-resource", Resource)]
    [InlineData("/.well-known/oauth-authorization-server", Server)]
    [InlineData("/.well-known/openid-configuration", Server)]
    public async Task Documents_are_exactly_these_bytes(string path, string document)
    {
        await using var site = await Site.StartAsync();
        using var browser = new SiteBrowser(site);

        var answer = await browser.OpenAsync(path);

        Assert.Equal((200, "application/json", document.Trim()), (answer.Status, answer.MediaType, answer.Body));
    }

    [Theory]
    [InlineData("/mcp/.well-known/oauth-authorization-server")]
    [InlineData("/mcp/.well-known/openid-configuration")]
    [InlineData("/mcp/.well-known/oauth-protected-resource")]
    [InlineData("/.well-known/oauth-authorization-server/mcp")]
    [InlineData("/.well-known/openid-configuration/mcp")]
    public async Task Nothing_is_mirrored_below_the_resource(string path)
    {
        await using var site = await Site.StartAsync(new SiteOptions { Resource = _ => { } });
        using var browser = new SiteBrowser(site);

        Assert.Contains((await browser.OpenAsync(path)).Status, new[] { 401, 404 });
    }

    [Fact]
    public async Task Registration_that_is_switched_off_is_neither_advertised_nor_there()
    {
        await using var site = await Site.StartAsync(
            new SiteOptions { Gatehouse = options => options.DynamicRegistration = false, Resource = _ => { } }
        );
        using var browser = new SiteBrowser(site);

        Assert.DoesNotContain(
            "registration_endpoint",
            (await browser.OpenAsync("/.well-known/openid-configuration")).Body
        );
        Assert.Equal(404, (await browser.PostAsync("/register", [])).Status);
    }

    [Fact]
    public async Task The_origin_and_not_the_host_header_stands_in_the_documents()
    {
        await using var site = await Site.StartAsync();
        using var browser = new SiteBrowser(site);

        var answer = await browser.OpenAsync(
            "/.well-known/oauth-authorization-server",
            ("X-Forwarded-Host", "evil.example"),
            ("X-Forwarded-Proto", "http"),
            ("Forwarded", "host=evil.example;proto=http")
        );

        Assert.Equal(Server.Trim(), answer.Body);
    }

    [Fact]
    public async Task The_key_set_shows_public_halves_only()
    {
        await using var site = await Site.StartAsync();
        using var browser = new SiteBrowser(site);

        var keys = (await browser.OpenAsync("/.well-known/jwks.json")).Json["keys"]!.AsArray();

        var key = Assert.Single(keys)!.AsObject();
        Assert.Equal(["kty", "use", "alg", "kid", "crv", "x", "y"], key.Select(member => member.Key));
        Assert.Equal(("EC", "P-256", "ES256"), ((string?)key["kty"], (string?)key["crv"], (string?)key["alg"]));
    }

    [Fact]
    public async Task A_sub_path_and_another_name_are_written_as_configured()
    {
        await using var site = await Site.StartAsync(
            new SiteOptions
            {
                PublicUrl = "http://127.0.0.1:8931",
                Gatehouse = options => options.ResourcePath = "/tools/Mcp",
            }
        );
        using var browser = new SiteBrowser(site);

        var answer = await browser.OpenAsync("/.well-known/oauth-protected-resource/tools/Mcp");

        Assert.Equal("http://127.0.0.1:8931/tools/Mcp", (string?)answer.Json["resource"]);
        Assert.Equal(["http://127.0.0.1:8931"], answer.Json["authorization_servers"].Deserialize<string[]>()!);
        Assert.DoesNotContain(answer.Json, member => member.Value is null);
    }
}
