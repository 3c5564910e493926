using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.IdentityProviders.Doctor;
using Gatehouse.IdentityProviders.Tests.Sites;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.IdentityProviders.Tests.Doctor;

public sealed class DoctorTests
{
    private const string Keys =
        """{"keys":[{"kty":"RSA","kid":"1","n":"AQAB","e":"AQAB"},{"kty":"EC","kid":"2","crv":"P-256","x":"AA","y":"AA"}]}""";

    [Fact]
    public async Task A_provider_as_it_should_be_needs_nothing()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/keys", Keys);
        site.Publish(document =>
        {
            document["code_challenge_methods_supported"] = new JsonArray("S256");
            document["id_token_signing_alg_values_supported"] = new JsonArray("RS256", "HS256");
            document["scopes_supported"] = new JsonArray("openid", "offline_access");
        });

        var report = await ExamineAsync(new DoctorRequest(site.Address) { ClientId = "abc" });

        Assert.Equal(
            Golden(
                """
                OpenID Connect, {H}
                  note    No known provider has such an issuer: it is looked at as plain OpenID Connect.
                          If it is one of those in docs/identity-providers, name it with --preset and in the configuration.
                  ok      Found at {H}/.well-known/openid-configuration.
                  ok      The metadata names {H}, the same.
                  ok      Beside signing in it offers userinfo_endpoint, revocation_endpoint.
                  ok      ID tokens are signed with RS256.
                  ok      Public keys at {H}/keys: 2.
                  ok      It does PKCE with S256.
                  ok      This server may prove who it is with a secret (clientSecretFile).
                  ok      Refresh tokens come with the scope offline_access.
                  ok      Clients cannot register there, and need not: they register at Gatehouse.
                  ok      Who may sign in: Everybody who has an account there.

                  fits    broker: People sign in there, clients get tokens of this server.
                  fits    resource-server: Only with tokens that name this server in aud; see that the provider writes it there.
                  fits    exchange: With "upstream": "exchange"; it does not list its grants, so that a try must show it.

                Register there this redirect URI, with the address people use for this server in the place of https://mcp.example.com, which is an example. With --public-url it is printed as it must be:

                  https://mcp.example.com/callback/oidc

                Write into gatehouse.json:

                {
                  "identityProviders": [
                    {
                      "preset": "oidc",
                      "issuer": "{H}",
                      "clientId": "abc",
                      "clientSecretFile": "/run/secrets/oidc",
                      "accountClaim": "CLAIM"
                    }
                  ]
                }

                It can be used. What to click there: docs/identity-providers/oidc.md

                """,
                site
            ),
            DoctorText.Of(report)
        );
    }

    [Fact]
    public async Task Entra_with_common_is_understood_and_asks_for_a_rule()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/keys", Keys);
        site.Publish(
            document =>
            {
                document["issuer"] = site.Address + "/{tenantid}/v2.0";
                document["scopes_supported"] = new JsonArray("openid", "profile", "email", "offline_access");
                document["token_endpoint_auth_methods_supported"] = new JsonArray(
                    "client_secret_post",
                    "private_key_jwt"
                );
                document.Remove("revocation_endpoint");
            },
            at: "/common/v2.0"
        );

        var report = await ExamineAsync(new DoctorRequest(site.Address + "/common/v2.0") { Preset = "entra" });

        Assert.Equal(
            Golden(
                """
                Microsoft Entra ID, {H}/common/v2.0
                  ok      Microsoft Entra ID, as the preset says.
                  ok      Found at {H}/common/v2.0/.well-known/openid-configuration.
                  ok      The metadata names {H}/{tenantid}/v2.0: each token names its own tenant.
                  ok      Beside signing in it offers userinfo_endpoint.
                  ok      ID tokens are signed with RS256.
                  ok      Public keys at {H}/keys: 2.
                  note    It does not say that it does PKCE with S256. Every sign-in has it all the same; providers that do not know it ignore it.
                  ok      This server may prove who it is with a secret (clientSecretFile) or a key (clientKeyFile, clientCertificateFile).
                  ok      Refresh tokens come with the scope offline_access.
                  ok      Clients cannot register there, and need not: they register at Gatehouse.
                  note    Who may sign in: The people and guests of one tenant; with common, organizations or consumers in the issuer everybody with a Microsoft account.
                          The server does not start until "allow" says who may.

                  fits    broker: People sign in there, clients get tokens of this server.
                  fits    resource-server: Only with tokens that name clientId or appIdUri, or this server, as whom they are for.
                  fits    exchange: With "upstream": "on-behalf-of"; it does not list its grants, so that a try must show it.

                Register there this redirect URI, with the address people use for this server in the place of https://mcp.example.com, which is an example. With --public-url it is printed as it must be:

                  https://mcp.example.com/callback/entra

                Write into gatehouse.json:

                {
                  "identityProviders": [
                    {
                      "preset": "entra",
                      "issuer": "{H}/common/v2.0",
                      "clientId": "CLIENT-ID",
                      "clientSecretFile": "/run/secrets/entra",
                      "accountClaim": "CLAIM",
                      "allow": {
                        "tenants": [
                          "TENANT"
                        ]
                      }
                    }
                  ]
                }

                It can be used. What to click there: docs/identity-providers/entra.md

                """,
                site
            ),
            DoctorText.Of(report)
        );
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/keys", """{"keys":[{"kty":"oct","k":"AAAA"}]}""");
        site.Answer("/register", "{}", status: 401);
        site.Publish(document =>
        {
            document["issuer"] = "https://id.example.net";
            document["token_endpoint"] = "http://id.example.net/token";
            document["registration_endpoint"] = site.Address + "/register";
            document["code_challenge_methods_supported"] = new JsonArray("plain");
            document["id_token_signing_alg_values_supported"] = new JsonArray("HS256", "none");
            document["grant_types_supported"] = new JsonArray("authorization_code");
            document["token_endpoint_auth_methods_supported"] = new JsonArray("tls_client_auth");
            document.Remove("authorization_endpoint");
        });

        var report = await ExamineAsync(new DoctorRequest(site.Address));

        Assert.False(report.IsUsable);
        Assert.Equal(
            [
                "issuer: The metadata names another issuer: https://id.example.net.",
                "endpoints: The metadata names no authorization_endpoint.",
                "endpoints: token_endpoint is not https: http://id.example.net/token.",
                "signing: ID tokens are signed with HS256, none only, which everybody who knows the client secret can do.",
                $"keys: There is no public key at {site.Address}/keys.",
                "keys: It publishes a secret key, which everybody can sign with now.",
                "pkce: It does PKCE, and not with S256.",
                "client: It takes no proof that this server can give, only tls_client_auth.",
            ],
            Texts(report, FindingLevel.Problem)
        );
        Assert.All(
            report.Findings.Where(finding => finding.Level == FindingLevel.Problem),
            finding => Assert.NotNull(finding.Fix)
        );
        Assert.Contains(
            "registration: It advertises a registration endpoint that wants a token, on which clients would fail. They register at Gatehouse and never see it.",
            Texts(report, FindingLevel.Note)
        );
        Assert.Contains("refresh: It does not offer refresh tokens.", Texts(report, FindingLevel.Note));
        Assert.All(report.Modes, mode => Assert.False(mode.Fits));
    }

    [Fact]
    public async Task A_slash_more_is_told_and_written_into_the_configuration()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/keys", Keys);
        site.Publish(document => document["issuer"] = site.Address + "/");

        var report = await ExamineAsync(new DoctorRequest(site.Address));

        Assert.True(report.IsUsable);
        Assert.Contains($"issuer: The metadata writes it {site.Address}/.", Texts(report, FindingLevel.Note));
        Assert.Equal(
            site.Address + "/",
            JsonNode.Parse(report.Configuration)!["identityProviders"]![0]!["issuer"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task An_address_of_plain_http_elsewhere_is_never_asked()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document["jwks_uri"] = "http://id.example.net/keys");

        var report = await ExamineAsync(new DoctorRequest(site.Address));

        Assert.Contains("keys: http://id.example.net/keys was not asked.", Texts(report, FindingLevel.Problem));
    }

    [Theory]
    [InlineData("<html>", 200, "text/html", "answered with a page for people")]
    [InlineData("[]", 200, "application/json", "answered with no JSON object")]
    [InlineData("{}", 404, "application/json", "answered 404")]
    public async Task What_is_no_metadata_is_called_so(string body, int status, string type, string words)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/.well-known/openid-configuration", body, status, type);
        site.Answer("/.well-known/oauth-authorization-server", "{}", status: 404);

        var report = await ExamineAsync(new DoctorRequest(site.Address));

        Assert.Equal(
            [
                $"metadata: {site.Address}/.well-known/openid-configuration {words}.",
                $"metadata: {site.Address}/.well-known/oauth-authorization-server answered 404.",
            ],
            Texts(report, FindingLevel.Problem)
        );
    }

    [Fact]
    public async Task Where_nobody_answers_nothing_fits()
    {
        var report = await ExamineAsync(new DoctorRequest($"http://127.0.0.1:{LoopbackPorts.Take(1)}"));

        Assert.False(report.IsUsable);
        Assert.All(report.Modes, mode => Assert.False(mode.Fits));
        Assert.All(
            Texts(report, FindingLevel.Problem),
            text => Assert.Contains("cannot be reached", text, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("nextcloud-oauth2", 401, true)]
    [InlineData("nextcloud", 401, true)]
    [InlineData("nextcloud-oauth2", 404, false)]
    [InlineData("nextcloud-oauth2", 200, false)]
    public async Task Where_there_is_no_metadata_the_account_api_must_want_a_token(
        string preset,
        int status,
        bool isUsable
    )
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/nc/ocs/v2.php/cloud/user", "{}", status);

        var report = await ExamineAsync(new DoctorRequest(site.Address + "/nc") { Preset = preset });

        Assert.Equal(isUsable, report.IsUsable);
        Assert.Equal("true", Assert.Single(site.Seen).Headers["OCS-APIRequest"]);
        Assert.Equal(preset == "nextcloud", report.RedirectUri is null);
    }

    [Fact]
    public async Task A_program_reads_the_same()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/keys", Keys);
        var report = await ExamineAsync(new DoctorRequest(site.Address) { PublicUrl = "https://mcp.acme.example/" });

        using var json = JsonDocument.Parse(DoctorJson.Of(report));

        var root = json.RootElement;
        Assert.Equal(
            ["issuer", "preset", "name", "usable", "findings", "modes", "redirectUri", "configuration", "page"],
            root.EnumerateObject().Select(member => member.Name)
        );
        Assert.True(root.GetProperty("usable").GetBoolean());
        Assert.Equal("https://mcp.acme.example/callback/oidc", root.GetProperty("redirectUri").GetString());
        Assert.Equal(report.Findings.Count, root.GetProperty("findings").GetArrayLength());
        Assert.Equal(
            ["broker", "resource-server", "exchange"],
            root.GetProperty("modes").EnumerateArray().Select(mode => mode.GetProperty("mode").GetString())
        );
        Assert.Equal(
            site.Address,
            root.GetProperty("configuration").GetProperty("identityProviders")[0].GetProperty("issuer").GetString()
        );
    }

    [Fact]
    public async Task Programs_are_told_that_a_redirect_uri_is_an_example()
    {
        await using var site = await ProviderSite.StartAsync();

        using var json = JsonDocument.Parse(DoctorJson.Of(await ExamineAsync(new DoctorRequest(site.Address))));

        Assert.True(json.RootElement.GetProperty("redirectUriIsExample").GetBoolean());
    }

    [Fact]
    public async Task A_redirect_uri_of_the_own_address_is_no_example()
    {
        await using var site = await ProviderSite.StartAsync();

        var report = await ExamineAsync(new DoctorRequest(site.Address) { PublicUrl = "https://mcp.acme.example" });

        Assert.Contains(
            "\nRegister there this redirect URI:\n\n  https://mcp.acme.example/callback/oidc\n",
            DoctorText.Of(report),
            StringComparison.Ordinal
        );
    }

    private static async Task<DoctorReport> ExamineAsync(DoctorRequest request)
    {
        Assert.Empty(IdentityProviderDoctor.Problems(request));
        using var doctor = new IdentityProviderDoctor(TimeProvider.System);
        return await doctor.ExamineAsync(request, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Texts(DoctorReport report, FindingLevel level) =>
        report.Findings.Where(finding => finding.Level == level).Select(finding => $"{finding.Check}: {finding.Text}");

    private static string Golden(string text, ProviderSite site) =>
        text.Replace("{H}", site.Address, StringComparison.Ordinal);
}
