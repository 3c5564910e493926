using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Gatehouse.Testing.Tests.Providers;

/// <summary>The habits of single providers that no vector tells.</summary>
public sealed class QuirkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Slugs =>
        [.. SimulatedProviders.All.Concat(SimulatedProviders.Variants).Select(quirks => quirks.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Every_simulated_provider_signs_in_and_refreshes_and_ends_what_it_gave(string slug)
    {
        await using var engine = await ProviderEngine.StartAsync(SimulatedProviders.Of(slug));
        engine.RedirectUris.Add(RelyingParty.Callback);
        using var party = new RelyingParty(engine);

        var tokens = await SignInAsync(party, ScopeOf(engine), OfflineOf(slug));

        Assert.Equal(engine.Quirks.HasIdToken, tokens.ContainsKey("id_token"));
        if ((string?)tokens["refresh_token"] is not { } refreshToken)
        {
            Assert.Contains(slug, new[] { "github", "oidc:poor" });
            return;
        }

        using var refreshed = await party.RefreshAsync(refreshToken, Stop);
        var answer = await RelyingParty.ReadAsync(refreshed, Stop);
        Assert.NotEqual((string)tokens["access_token"]!, (string)answer["access_token"]!);
        Assert.Equal(engine.Quirks.Refresh != RefreshRule.Stays, answer.ContainsKey("refresh_token"));

        Assert.Equal(1, engine.EndSessions());
        using var dead = await party.RefreshAsync((string?)answer["refresh_token"] ?? refreshToken, Stop);
        var refused = (await RelyingParty.ReadAsync(dead, Stop))["error"];
        Assert.Equal(engine.Quirks.Errors.DeadRefreshToken.Error, (string?)refused);
    }

    [Theory]
    [InlineData("entra", "api://6731de76-14a6-49ae-97bc-6eba6914391e", null)]
    [InlineData("entra", "https://mcp.example/mcp", "AADSTS9010010")]
    [InlineData("entra:legacy", "api://6731de76-14a6-49ae-97bc-6eba6914391e", "AADSTS901002")]
    [InlineData("entra:legacy", null, null)]
    public async Task Entra_took_no_resource_once_and_takes_only_the_one_that_owns_the_scopes_now(
        string slug,
        string? resource,
        string? code
    )
    {
        await using var engine = await ProviderEngine.StartAsync(SimulatedProviders.Of(slug));
        using var party = new RelyingParty(engine);
        var more = new Dictionary<string, string?> { ["resource"] = resource };

        var answer = await party.SignInAsync($"openid {engine.Settings["appIdUri"]}/mcp", Stop, more);

        Assert.Equal(code is null, answer.ContainsKey("code"));
        Assert.StartsWith(
            code ?? "",
            answer.GetValueOrDefault("error_description").ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Entra_common_names_a_template_and_signs_in_people_of_any_tenant_under_their_own_issuer()
    {
        await using var engine = await ProviderEngine.StartAsync(EntraProvider.Today);
        using var party = new RelyingParty(engine);
        engine.Person = ProviderPerson.Bob with { Tenant = "11111111-2222-3333-4444-555555555555" };

        var metadata = await party.GetAsync("/common/v2.0/.well-known/openid-configuration", Stop);
        var tokens = await SignInAsync(party, "openid profile", []);

        Assert.EndsWith("/{tenantid}/v2.0", (string)metadata["issuer"]!, StringComparison.Ordinal);
        Assert.False(metadata.ContainsKey("code_challenge_methods_supported"));
        var token = new JsonWebToken((string)tokens["id_token"]!);
        Assert.Equal(engine.IssuerOf("11111111-2222-3333-4444-555555555555"), token.Issuer);
        Assert.Equal("11111111-2222-3333-4444-555555555555", token.GetClaim("tid").Value);
    }

    [Fact]
    public async Task Entra_points_to_groups_that_are_too_many_in_place_of_naming_them()
    {
        await using var engine = await ProviderEngine.StartAsync(EntraProvider.Today);
        using var party = new RelyingParty(engine);
        engine.Person = ProviderPerson.Alice with { HasTooManyGroups = true };

        var token = new JsonWebToken((string)(await SignInAsync(party, "openid", []))["id_token"]!);

        Assert.False(token.TryGetClaim("groups", out _));
        Assert.True(token.TryGetClaim("_claim_names", out _));
    }

    [Fact]
    public async Task Cognito_knows_no_resource_in_its_classic_pages_and_makes_it_the_audience_in_the_new_ones()
    {
        var resource = new Dictionary<string, string?> { ["resource"] = "https://mcp.example/mcp" };
        await using var classic = await ProviderEngine.StartAsync(CognitoProvider.Today);
        using var old = new RelyingParty(classic);
        await using var binding = await ProviderEngine.StartAsync(CognitoProvider.Binding);
        using var party = new RelyingParty(binding);

        using var refused = await old.AuthorizeAsync("openid", resource, Stop);
        var plain = new JsonWebToken((string)(await SignInAsync(old, "openid", []))["access_token"]!);
        var bound = new JsonWebToken((string)(await SignInAsync(party, "openid", resource))["access_token"]!);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(plain.Audiences);
        Assert.Equal("access", plain.GetClaim("token_use").Value);
        Assert.Equal(["https://mcp.example/mcp"], bound.Audiences);
        Assert.NotEqual(classic.Host, classic.EndpointHost);
    }

    [Fact]
    public async Task Auth0_gives_an_opaque_token_until_it_is_asked_for_an_audience()
    {
        await using var engine = await ProviderEngine.StartAsync(Auth0Provider.Today);
        using var party = new RelyingParty(engine);
        var audience = new Dictionary<string, string?> { ["audience"] = engine.Settings["audience"] };

        var opaque = (string)(await SignInAsync(party, "openid", []))["access_token"]!;
        var token = new JsonWebToken((string)(await SignInAsync(party, "openid", audience))["access_token"]!);

        Assert.DoesNotContain('.', opaque);
        Assert.Contains(engine.Settings["audience"], token.Audiences);
        Assert.EndsWith("/", token.Issuer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Google_gives_a_refresh_token_at_the_first_consent_and_later_only_when_asked_to_consent_again()
    {
        await using var engine = await ProviderEngine.StartAsync(GoogleProvider.Today);
        using var party = new RelyingParty(engine);
        var offline = new Dictionary<string, string?> { ["access_type"] = "offline" };

        var first = await SignInAsync(party, "openid", offline);
        var second = await SignInAsync(party, "openid", offline);
        offline["prompt"] = "consent";
        var third = await SignInAsync(party, "openid", offline);

        Assert.Equal(
            [true, false, true],
            new[] { first, second, third }.Select(tokens => tokens.ContainsKey("refresh_token"))
        );
    }

    [Fact]
    public async Task AD_FS_names_another_issuer_in_access_tokens_and_its_userinfo_takes_only_tokens_made_for_it()
    {
        await using var engine = await ProviderEngine.StartAsync(AdFsProvider.Today);
        using var party = new RelyingParty(engine);
        var resource = new Dictionary<string, string?> { ["resource"] = engine.Settings["rpIdentifier"] };

        var bound = await SignInAsync(party, "openid allatclaims", resource);
        using var refused = await party.AccountAsync((string)bound["access_token"]!, Stop);
        var free = await SignInAsync(party, "openid", []);
        using var taken = await party.AccountAsync((string)free["access_token"]!, Stop);

        Assert.EndsWith(
            "/adfs/services/trust",
            new JsonWebToken((string)bound["access_token"]!).Issuer,
            StringComparison.Ordinal
        );
        Assert.Equal(engine.Issuer, new JsonWebToken((string)bound["id_token"]!).Issuer);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task Authentik_without_a_key_signs_with_the_secret_of_the_client()
    {
        await using var engine = await ProviderEngine.StartAsync(AuthentikProvider.WithoutKey);
        using var party = new RelyingParty(engine);

        var token = new JsonWebToken((string)(await SignInAsync(party, "openid", []))["id_token"]!);

        Assert.Equal("HS256", token.Alg);
        Assert.Empty((await party.GetAsync("/application/o/gatehouse/jwks/", Stop))["keys"]!.AsArray());
    }

    private static string ScopeOf(ProviderEngine engine) =>
        string.Join(
            ' ',
            new[] { "openid", "profile", engine.Quirks.Scopes.Offline }.Where(scope =>
                scope is not null && engine.Quirks.Scopes.Known is not { Count: 0 }
            )
        );

    private static Dictionary<string, string?> OfflineOf(string slug) =>
        slug.StartsWith("google", StringComparison.Ordinal)
            ? new() { ["access_type"] = "offline", ["prompt"] = "consent" }
            : [];

    private static async Task<JsonObject> SignInAsync(
        RelyingParty party,
        string scope,
        Dictionary<string, string?> more
    )
    {
        var code = (await party.SignInAsync(scope, Stop, more))["code"].ToString();
        using var answer = await party.RedeemAsync(code, Stop);
        return await RelyingParty.ReadAsync(answer, Stop);
    }
}
