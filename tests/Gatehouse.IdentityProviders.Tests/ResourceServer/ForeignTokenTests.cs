using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gatehouse.IdentityProviders.Tests.Identity;

namespace Gatehouse.IdentityProviders.Tests.ResourceServer;

/// <summary>Tokens that must not open the resource, each with what makes it tempting. All but the forged ones are signed by the provider's own key.</summary>
public sealed class ForeignTokenTests
{
    [Theory]
    [InlineData("\"https://other.example.com/mcp\"")]
    [InlineData("[\"account\"]")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_token_for_another_resource_is_refused(string audience) =>
        await RefusedAsync(token => token.With("aud", JsonNode.Parse(audience)));

    [Fact]
    public async Task A_token_that_is_for_nobody_is_refused() => await RefusedAsync(token => token.Without("aud"));

    [Fact]
    public async Task An_ID_token_is_no_access_token_though_its_audience_is_right()
    {
        await RefusedAsync(token => AsJwt(token).Without("scope").Without("client_id"));
        await RefusedAsync(token => AsJwt(token).With("nonce", "n"));
        await RefusedAsync(token => AsJwt(token).With("at_hash", "x"));
        await RefusedAsync(token => AsJwt(token).With("typ", "ID"));
        await RefusedAsync(token => AsJwt(token).With("token_use", "id"));
        await RefusedAsync(token => AsJwt(token).Without("scope").With("roles", new JsonArray("notes.read")));
    }

    [Theory]
    [InlineData("logout+jwt")]
    [InlineData("secevent+jwt")]
    [InlineData("refresh+jwt")]
    [InlineData("dpop+jwt")]
    public async Task A_token_of_another_type_is_refused(string type) =>
        await RefusedAsync(token =>
        {
            token.Header["typ"] = type;
            return token;
        });

    [Theory]
    [InlineData("Refresh")]
    [InlineData("Offline")]
    [InlineData("Logout")]
    public async Task A_refresh_token_of_Keycloak_is_no_access_token(string type) =>
        await RefusedAsync(token => AsJwt(token).With("typ", type));

    [Fact]
    public async Task A_token_that_is_bound_to_a_key_is_not_taken_from_whoever_shows_it() =>
        await RefusedAsync(token => token.With("cnf", new JsonObject { ["jkt"] = "x" }));

    [Fact]
    public async Task A_token_authenticated_with_the_public_key_is_refused()
    {
        await using var site = await ResourceSite.StartAsync();
        var token = site.Token();
        token.Header["alg"] = "HS256";

        await AssertRefusedAsync(site, token.Sign(input => HMACSHA256.HashData(token.PublicPem, input)));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("")]
    public async Task A_token_that_nobody_signed_is_refused(string algorithm)
    {
        await using var site = await ResourceSite.StartAsync();
        var token = site.Token();
        token.Header["alg"] = algorithm;

        await AssertRefusedAsync(site, token.Sign(_ => []));
    }

    [Fact]
    public async Task A_token_of_another_issuer_is_refused_though_its_key_has_the_same_name()
    {
        using var key = RSA.Create(2048);
        await using var site = await ResourceSite.StartAsync();

        await AssertRefusedAsync(site, site.Token(key).Sign());
        await AssertRefusedAsync(site, site.Token(key).With("iss", "https://other.example.com").Sign());
        await AssertRefusedAsync(site, site.Token().With("iss", "https://other.example.com").Sign());
        await AssertRefusedAsync(site, site.Token().With("iss", site.Provider.Address + "/").Sign());
    }

    [Fact]
    public async Task A_token_is_refused_once_it_has_expired_also_when_it_was_good_a_moment_ago()
    {
        await using var site = await ResourceSite.StartAsync();
        var token = site.Token().With("exp", ForgedToken.Now.AddSeconds(20).ToUnixTimeSeconds()).Sign();
        Assert.Equal(200, (await site.CallAsync(token)).Status);

        site.Time.Advance(TimeSpan.FromSeconds(55));

        await AssertRefusedAsync(site, token);
    }

    [Fact]
    public async Task A_token_without_end_and_one_from_the_future_are_refused()
    {
        await RefusedAsync(token => token.Without("exp"));
        await RefusedAsync(token => token.With("exp", "soon"));
        await RefusedAsync(token => token.With("nbf", ForgedToken.Now.AddMinutes(5).ToUnixTimeSeconds()));
        await RefusedAsync(token => token.With("iat", ForgedToken.Now.AddMinutes(5).ToUnixTimeSeconds()));
    }

    [Fact]
    public async Task A_token_that_says_a_thing_twice_is_refused()
    {
        await using var site = await ResourceSite.StartAsync();
        var token = site.Token();
        var payload = token.Payload.ToJsonString();

        await AssertRefusedAsync(
            site,
            token.SignText(payload.Insert(payload.Length - 1, ",\"aud\":\"https://other.example.com\""))
        );
    }

    [Fact]
    public async Task A_token_with_an_extension_nobody_here_knows_is_refused() =>
        await RefusedAsync(token =>
        {
            token.Header["crit"] = new JsonArray("exp");
            return token;
        });

    [Fact]
    public async Task A_token_that_does_not_say_whose_it_is_is_refused() =>
        await RefusedAsync(token => token.Without("sub"));

    [Fact]
    public async Task A_token_of_a_client_that_is_not_named_is_refused_where_clients_are()
    {
        await using var site = await ResourceSite.StartAsync(tokens => tokens.Clients.Add("a-client"));

        Assert.Equal(200, (await site.CallAsync(site.Token().Sign())).Status);
        await AssertRefusedAsync(site, site.Token().With("client_id", "other").Sign());
        await AssertRefusedAsync(site, site.Token().Without("client_id").Sign());
    }

    [Fact]
    public async Task Cognito_is_believed_by_its_client_only_while_it_names_no_audience()
    {
        await using var site = await ResourceSite.StartAsync(tokens =>
        {
            tokens.Provider.Preset = "cognito";
            tokens.Provider.ClientId = "a-client";
            tokens.Provider.Settings["resourceServerId"] = "notes";
            tokens.Provider.Allow.Everyone = true;
            tokens.ScopePrefixes.Add("notes/");
        });
        ForgedToken Token() =>
            AsJwt(site.Token()).Without("aud").With("token_use", "access").With("scope", "notes/notes.read");

        Assert.Equal(200, (await site.CallAsync(Token().Sign())).Status);
        await AssertRefusedAsync(site, Token().With("client_id", "other").Sign());
        await AssertRefusedAsync(site, Token().Without("token_use").Sign());
        await AssertRefusedAsync(site, Token().With("aud", "https://other.example.com").Sign());
    }

    [Fact]
    public async Task Entra_ID_tokens_of_another_tenant_are_refused_though_the_same_keys_sign_for_it()
    {
        const string Ours = "11111111-1111-4111-8111-111111111111";
        const string Theirs = "22222222-2222-4222-8222-222222222222";
        await using var site = await ResourceSite.StartAsync(
            tokens =>
            {
                tokens.Provider.Issuer += $"/{Ours}/v2.0";
                tokens.Provider.Preset = "entra";
                tokens.Provider.ClientId = "our-api";
            },
            provider => provider.Publish(at: $"/{Ours}/v2.0")
        );
        ForgedToken Token(string issuer, string tenant) =>
            AsJwt(site.Token())
                .With("iss", issuer)
                .With("tid", tenant)
                .With("oid", "alice")
                .With("aud", "our-api")
                .Without("scope")
                .With("scp", "notes.read");

        Assert.Equal(200, (await site.CallAsync(Token($"{site.Provider.Address}/{Ours}/v2.0", Ours).Sign())).Status);
        Assert.Equal(200, (await site.CallAsync(Token($"https://sts.windows.net/{Ours}/", Ours).Sign())).Status);
        await AssertRefusedAsync(site, Token($"{site.Provider.Address}/{Theirs}/v2.0", Theirs).Sign());
        await AssertRefusedAsync(site, Token($"https://sts.windows.net/{Theirs}/", Theirs).Sign());
        await AssertRefusedAsync(site, Token($"https://sts.windows.net/{Theirs}/", Ours).Sign());
    }

    [Theory]
    [InlineData("{P}/{T}/v2.0", true)]
    [InlineData("{P}/{tenantid}/v2.0", true)]
    [InlineData("{P}/22222222-2222-4222-8222-222222222222/v2.0", false)]
    [InlineData("https://other.example.com/{T}/v2.0", false)]
    [InlineData("https://other.example.com/{tenantid}/v2.0", false)]
    [InlineData("", false)]
    public async Task A_key_of_Entra_ID_signs_only_for_whom_it_is(string owner, bool isOurs)
    {
        const string Tenant = "11111111-1111-4111-8111-111111111111";
        await using var site = await ResourceSite.StartAsync(
            tokens =>
            {
                tokens.Provider.Issuer += $"/{Tenant}/v2.0";
                tokens.Provider.Preset = "entra";
                tokens.Provider.ClientId = "our-api";
            },
            provider =>
            {
                provider.Publish(at: $"/{Tenant}/v2.0");
                var keys = JsonNode.Parse(ResourceSite.Keys(new ForgedToken()))!;
                keys["keys"]![0]!["issuer"] = owner
                    .Replace("{P}", provider.Address, StringComparison.Ordinal)
                    .Replace("{T}", Tenant, StringComparison.Ordinal);
                provider.Answer("/keys", keys.ToJsonString());
            }
        );

        foreach (var issuer in new[] { $"{site.Provider.Address}/{Tenant}/v2.0", $"https://sts.windows.net/{Tenant}/" })
        {
            var token = AsJwt(site.Token())
                .With("iss", issuer)
                .With("tid", Tenant)
                .With("oid", "alice")
                .With("aud", "our-api")
                .Without("scope")
                .With("scp", "notes.read");
            Assert.Equal(isOurs ? 200 : 401, (await site.CallAsync(token.Sign())).Status);
        }
    }

    [Fact]
    public async Task A_key_that_is_not_for_signatures_signs_nothing()
    {
        await using var site = await ResourceSite.StartAsync(prepare: provider =>
            provider.Answer(
                "/keys",
                ResourceSite.Keys(new ForgedToken()).Replace("\"sig\"", "\"tls\"", StringComparison.Ordinal)
            )
        );

        await AssertRefusedAsync(site, site.Token().Sign());
    }

    [Theory]
    [InlineData("eyJhbGciOiJcdWQ4MDAifQ.e30.")]
    [InlineData("eyJcdWQ4MDAiOiJSUzI1NiJ9.e30.")]
    [InlineData("_w.e30.")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJcdWQ4MDAifQ.")]
    public async Task A_token_that_is_no_Unicode_is_refused_like_any_other(string token)
    {
        await using var site = await ResourceSite.StartAsync();

        await AssertRefusedAsync(site, token);
    }

    private static ForgedToken AsJwt(ForgedToken token)
    {
        token.Header["typ"] = "JWT";
        return token;
    }

    private static async Task RefusedAsync(Func<ForgedToken, ForgedToken> change)
    {
        await using var site = await ResourceSite.StartAsync();
        Assert.Equal(200, (await site.CallAsync(site.Token().Sign())).Status);
        await AssertRefusedAsync(site, change(site.Token()).Sign());
    }

    private static async Task AssertRefusedAsync(ResourceSite site, string token)
    {
        var answer = await site.CallAsync(token);
        Assert.Equal(401, answer.Status);
        Assert.Equal("invalid_token", (string?)answer.Json["error"]);
        Assert.StartsWith(
            "Bearer error=\"invalid_token\"",
            answer.Header("WWW-Authenticate"),
            StringComparison.Ordinal
        );
    }
}
