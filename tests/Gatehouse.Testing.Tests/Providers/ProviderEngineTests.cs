using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Faults;
using Gatehouse.Testing.Providers.Quirks;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.Testing.Tests.Providers;

public sealed class ProviderEngineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task A_person_signs_in_and_the_ID_token_proves_it_by_the_published_keys(string algorithm)
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Plain with { Algorithm = algorithm });
        using var party = new RelyingParty(engine);

        var tokens = await SignInAsync(party, "openid profile offline_access");

        var claims = await ValidateAsync(engine, party, (string)tokens["id_token"]!);
        Assert.Equal(ProviderPerson.Alice.Subject, claims["sub"]);
        Assert.Equal("n", claims["nonce"]);
        Assert.Equal("Alice", claims["name"]);
        Assert.False(claims.ContainsKey("email"));
        Assert.NotNull(tokens["refresh_token"]);
    }

    [Fact]
    public async Task A_wrong_verifier_and_a_second_use_are_refused_and_the_second_use_ends_what_the_first_gave()
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Plain);
        using var party = new RelyingParty(engine);
        var stolen = (await party.SignInAsync("openid", Stop))["code"].ToString();
        var code = (await party.SignInAsync("openid", Stop))["code"].ToString();

        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = stolen,
            ["redirect_uri"] = RelyingParty.Callback,
            ["code_verifier"] = "x",
        };
        using var unproved = await party.PostAsync(form, Stop);
        using var first = await party.RedeemAsync(code, Stop);
        var token = (string)(await RelyingParty.ReadAsync(first, Stop))["access_token"]!;
        using var second = await party.RedeemAsync(code, Stop);
        using var account = await party.AccountAsync(token, Stop);

        Assert.Equal("invalid_grant", (string?)(await RelyingParty.ReadAsync(unproved, Stop))["error"]);
        Assert.Equal("invalid_grant", (string?)(await RelyingParty.ReadAsync(second, Stop))["error"]);
        Assert.Equal(HttpStatusCode.Unauthorized, account.StatusCode);
    }

    [Fact]
    public async Task A_refresh_token_that_is_used_twice_ends_everything_where_it_is_good_once()
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Plain);
        using var party = new RelyingParty(engine);
        var first = (string)(await SignInAsync(party, "openid offline_access"))["refresh_token"]!;

        using var refreshed = await party.RefreshAsync(first, Stop);
        var next = (string)(await RelyingParty.ReadAsync(refreshed, Stop))["refresh_token"]!;
        using var again = await party.RefreshAsync(first, Stop);
        using var late = await party.RefreshAsync(next, Stop);

        Assert.NotEqual(first, next);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
    }

    [Fact]
    public async Task A_wrong_secret_opens_nothing()
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Plain);
        using var party = new RelyingParty(engine);
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = engine.NewRefreshToken(["openid"]),
            ["client_secret"] = "wrong",
        };

        using var answer = await party.PostAsync(form, Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_person_can_say_no_and_can_be_asked()
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Plain);
        using var party = new RelyingParty(engine);

        engine.Mode = SignInMode.Deny;
        var denied = await party.SignInAsync("openid", Stop);
        engine.Mode = SignInMode.Ask;
        using var page = await party.AuthorizeAsync("openid", null, Stop);
        var asked = new Dictionary<string, string?> { ["sim_user"] = "bob", ["sim_decision"] = "allow" };
        var code = (await party.SignInAsync("openid", Stop, asked))["code"].ToString();
        using var redeemed = await party.RedeemAsync(code, Stop);
        var token = (string)(await RelyingParty.ReadAsync(redeemed, Stop))["access_token"]!;
        using var account = await party.AccountAsync(token, Stop);

        Assert.Equal("access_denied", denied["error"]);
        Assert.Contains("Sign in to", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(ProviderPerson.Bob.Subject, (string?)(await RelyingParty.ReadAsync(account, Stop))["sub"]);
    }

    [Fact]
    public async Task Each_wrong_ID_token_is_wrong_in_its_own_way()
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Plain);
        using var party = new RelyingParty(engine);

        async Task<JsonWebToken> NextAsync() => new((string)(await SignInAsync(party, "openid"))["id_token"]!);

        engine.Faults.UnsignedIdToken = true;
        Assert.Equal("none", (await NextAsync()).Alg);
        engine.Faults.UnsignedIdToken = false;
        engine.Faults.IdTokenByPublicKey = true;
        Assert.Equal("HS256", (await NextAsync()).Alg);
        engine.Faults.IdTokenByPublicKey = false;
        engine.Faults.IdTokenByForeignKey = true;
        var foreign = await NextAsync();
        await Assert.ThrowsAnyAsync<SecurityTokenException>(() => ValidateAsync(engine, party, foreign.EncodedToken));
        engine.Faults.IdTokenByForeignKey = false;
        engine.Faults.ForgetsNonce = true;
        Assert.False((await NextAsync()).TryGetClaim("nonce", out _));
        engine.Faults.IdTokenClaims = """{"aud":"somebody","sub":null}""";
        var other = await NextAsync();
        Assert.Equal(["somebody"], other.Audiences);
        Assert.False(other.TryGetClaim("sub", out _));
    }

    [Fact]
    public async Task A_share_of_requests_fails_in_all_ways_and_the_rest_works()
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Plain);
        using var http = new HttpClient();
        engine.Faults.Fails(
            0.5,
            FaultKind.ServerError,
            FaultKind.TooManyRequests,
            FaultKind.CutConnection,
            FaultKind.CutAnswer
        );
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var i = 0; i < 200; i++)
        {
            var how = await HowAsync(http, engine.Host + "/.well-known/openid-configuration");
            seen[how] = seen.GetValueOrDefault(how) + 1;
        }

        Assert.Equal(["200", "429", "500", "cut"], seen.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(engine.Faults.Struck, 70, 130);
        Assert.Equal(200 - engine.Faults.Struck, seen["200"]);
    }

    [Fact]
    public async Task Keys_rotate_and_old_tokens_stay_good_while_the_old_key_is_published()
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Plain);
        using var party = new RelyingParty(engine);
        var before = (string)(await SignInAsync(party, "openid"))["id_token"]!;

        engine.RotateKeys();
        await ValidateAsync(engine, party, before);
        engine.RotateKeys(keepsOld: false);

        await Assert.ThrowsAnyAsync<SecurityTokenException>(() => ValidateAsync(engine, party, before));
        await ValidateAsync(engine, party, (string)(await SignInAsync(party, "openid"))["id_token"]!);
    }

    [Fact]
    public async Task A_token_is_exchanged_for_one_of_another_audience()
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Rich);
        using var party = new RelyingParty(engine);
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
            ["subject_token"] = engine.NewAccessToken(["openid", "files"]),
            ["subject_token_type"] = "urn:ietf:params:oauth:token-type:access_token",
            ["audience"] = "https://files.example",
        };

        using var answer = await party.PostAsync(form, Stop);
        var exchanged = await RelyingParty.ReadAsync(answer, Stop);

        var token = new JsonWebToken((string)exchanged["access_token"]!);
        Assert.Equal(["https://files.example"], token.Audiences);
        Assert.Equal(ProviderPerson.Alice.Subject, token.Subject);
        Assert.Equal("urn:ietf:params:oauth:token-type:access_token", (string?)exchanged["issued_token_type"]);
    }

    [Fact]
    public async Task What_was_asked_is_written_down()
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Plain);
        using var party = new RelyingParty(engine);

        await SignInAsync(party, "openid");

        Assert.Equal("n", Assert.Single(engine.RequestsTo(ProviderEndpoint.Authorize))["nonce"]);
        var redeemed = Assert.Single(engine.RequestsTo(ProviderEndpoint.Token));
        Assert.Equal("authorization_code", redeemed["grant_type"]);
        Assert.Null(redeemed["resource"]);
    }

    private static async Task<JsonObject> SignInAsync(RelyingParty party, string scope)
    {
        var code = (await party.SignInAsync(scope, Stop))["code"].ToString();
        using var answer = await party.RedeemAsync(code, Stop);
        return await RelyingParty.ReadAsync(answer, Stop);
    }

    private static async Task<IDictionary<string, object>> ValidateAsync(
        ProviderEngine engine,
        RelyingParty party,
        string token
    )
    {
        var keys = new JsonWebKeySet((await party.GetAsync("/keys", Stop)).ToJsonString());
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                IssuerSigningKeys = keys.GetSigningKeys(),
                ValidIssuer = engine.Issuer,
                ValidAudience = engine.ClientId,
            }
        );
        return result.IsValid ? result.Claims : throw result.Exception;
    }

    private static async Task<string> HowAsync(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address), Stop);
            return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException)
        {
            return "cut";
        }
    }
}
