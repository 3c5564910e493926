using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Tests.Sites;
using Gatehouse.IdentityProviders.Tokens;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.IdentityProviders.Tests.Tokens;

public sealed class TokenEndpointClientTests
{
    private const string Tokens = """{"access_token":"at","token_type":"Bearer"}""";

    [Fact]
    public async Task A_code_is_redeemed_with_all_that_belongs_to_it()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/token", Tokens);
        using var test = new TestProvider(site);

        var answer = (await RedeemAsync(test)).Value;

        Assert.Equal("at", answer.AccessToken.Reveal());
        var sent = Assert.Single(site.Seen, request => request.Path == "/token");
        Assert.Equal("authorization_code", sent.Form["grant_type"]);
        Assert.Equal("the-code", sent.Form["code"]);
        Assert.Equal("https://mcp.example.com/callback/oidc", sent.Form["redirect_uri"]);
        Assert.Equal("the-verifier", sent.Form["code_verifier"]);
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.False(sent.Form.ContainsKey("resource"));
    }

    [Fact]
    public async Task A_refresh_sends_the_token_and_nothing_of_the_sign_in()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/token", Tokens);
        using var test = new TestProvider(site);

        var answer = (await RefreshAsync(test)).Value;

        Assert.Null(answer.RefreshToken);
        var sent = Assert.Single(site.Seen, request => request.Path == "/token");
        Assert.Equal("refresh_token", sent.Form["grant_type"]);
        Assert.Equal("the-refresh-token", sent.Form["refresh_token"]);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_refused_and_no_secret_goes_there(int status)
    {
        await using var thief = await ProviderSite.StartAsync();
        await using var site = await ProviderSite.StartAsync();
        site.Answer(
            "/token",
            context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = thief.Address + "/token";
                return Task.CompletedTask;
            }
        );
        using var test = new TestProvider(site);

        var failure = (await RedeemAsync(test)).Failure!;

        Assert.Equal(ProviderCodes.Unexpected, failure.Code);
        Assert.Equal(ProviderRemedy.AskOperator, failure.Remedy);
        Assert.Empty(thief.Seen);
    }

    [Fact]
    public async Task An_answer_of_ten_megabytes_is_cut_off()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/token", $$"""{"access_token":"{{new string('a', 10 * 1024 * 1024)}}"}""");
        using var test = new TestProvider(site);

        Assert.Contains("more than 1 MB", (await RedeemAsync(test)).Failure!.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_whose_answer_never_comes_is_not_sent_again()
    {
        var gate = new Gate();
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/token", context => gate.PassAsync(context.RequestAborted));
        using var test = new TestProvider(site);

        var redeeming = RedeemAsync(test);
        await gate.Arrived;
        test.Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(ProviderRemedy.TryLater, (await redeeming).Failure!.Remedy);
        Assert.Equal(1, site.Count("/token"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_whose_connection_breaks_is_not_sent_again(bool isRefresh)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(
            "/token",
            context =>
            {
                context.Abort();
                return Task.CompletedTask;
            }
        );
        using var test = new TestProvider(site);

        var failure = (isRefresh ? await RefreshAsync(test) : await RedeemAsync(test)).Failure!;

        Assert.Equal(ProviderRemedy.TryLater, failure.Remedy);
        Assert.Equal(ProviderCodes.Unreachable, failure.Code);
        Assert.Equal(1, site.Count("/token"));
    }

    [Fact]
    public async Task Nobody_there_is_a_trouble_that_passes()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document["token_endpoint"] = $"http://127.0.0.1:{LoopbackPorts.Take(1)}/token");
        using var test = new TestProvider(site);

        var failure = (await RedeemAsync(test)).Failure!;

        Assert.Equal(ProviderRemedy.TryLater, failure.Remedy);
        Assert.Contains("cannot be reached", failure.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_metadata_the_failure_is_that_of_the_metadata()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/.well-known/openid-configuration", "", status: 503);
        using var test = new TestProvider(site);

        Assert.Equal(ProviderRemedy.TryLater, (await RedeemAsync(test)).Failure!.Remedy);
        Assert.Equal(0, site.Count("/token"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public async Task A_refusal_without_a_word_ends_no_connection_but_a_sign_in(string body)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/token", body, status: 400);
        using var test = new TestProvider(site);

        var refreshed = (await RefreshAsync(test)).Failure!;
        var exchanged = (await ExchangeAsync(test, "files")).Failure!;
        var redeemed = (await RedeemAsync(test)).Failure!;

        Assert.Equal((ProviderRemedy.TryLater, ProviderRemedy.TryLater), (refreshed.Remedy, exchanged.Remedy));
        Assert.Null(refreshed.ProviderCode);
        Assert.Contains("refused without a word (status 400)", refreshed.Meaning, StringComparison.Ordinal);
        Assert.Equal((ProviderRemedy.SignInAgain, "invalid_grant"), (redeemed.Remedy, redeemed.ProviderCode));
    }

    [Fact]
    public async Task What_a_provider_repeats_of_our_secrets_stays_out_of_the_log()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(
            "/token",
            """{"error":"invalid_grant","error_description":"code the-code of very-secret with the-verifier\r\nis \u001b[31mbad"}""",
            status: 400
        );
        using var test = new TestProvider(site);

        var failure = (await RedeemAsync(test)).Failure!;

        Assert.Equal(ProviderRemedy.SignInAgain, failure.Remedy);
        Assert.Equal("invalid_grant: code *** of *** with ***  is  [31mbad", failure.Detail);
    }

    [Fact]
    public async Task A_token_is_exchanged_as_RFC_8693_says()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(
            "/token",
            """{"access_token":"other","issued_token_type":"urn:ietf:params:oauth:token-type:access_token","token_type":"N_A"}"""
        );
        using var test = new TestProvider(site);

        var answer = (await ExchangeAsync(test, "files")).Value;

        Assert.Equal("other", answer.AccessToken.Reveal());
        var sent = Assert.Single(site.Seen, request => request.Path == "/token").Form;
        Assert.Equal("urn:ietf:params:oauth:grant-type:token-exchange", sent["grant_type"]);
        Assert.Equal("the-access-token", sent["subject_token"]);
        Assert.Equal("urn:ietf:params:oauth:token-type:access_token", sent["subject_token_type"]);
        Assert.Equal("files", sent["audience"]);
        Assert.False(sent.ContainsKey("resource"));
    }

    [Theory]
    [InlineData("api://files", "api://files/.default")]
    [InlineData("https://graph.microsoft.com", "https://graph.microsoft.com/.default")]
    [InlineData("https://graph.microsoft.com/User.Read", "https://graph.microsoft.com/User.Read")]
    [InlineData("api://files/.default offline_access", "api://files/.default offline_access")]
    public async Task Entra_gives_tokens_on_behalf_of_the_person(string audience, string scope)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(at: "/contoso/v2.0");
        site.Answer("/token", Tokens);
        using var test = new TestProvider(
            site,
            options =>
            {
                options.Preset = "entra";
                options.Issuer = site.Address + "/contoso/v2.0";
            }
        );

        await ExchangeAsync(test, audience);

        var sent = Assert.Single(site.Seen, request => request.Path == "/token").Form;
        Assert.Equal("urn:ietf:params:oauth:grant-type:jwt-bearer", sent["grant_type"]);
        Assert.Equal("the-access-token", sent["assertion"]);
        Assert.Equal("on_behalf_of", sent["requested_token_use"]);
        Assert.Equal(scope, sent["scope"]);
    }

    private static Task<ProviderResult<TokenAnswer>> RedeemAsync(TestProvider test) =>
        test.Provider.Tokens.RedeemAsync(
            "the-code",
            "https://mcp.example.com/callback/oidc",
            "the-verifier",
            TestContext.Current.CancellationToken
        );

    private static Task<ProviderResult<TokenAnswer>> RefreshAsync(TestProvider test) =>
        test.Provider.Tokens.RefreshAsync(
            ProviderSecret.From("the-refresh-token"),
            TestContext.Current.CancellationToken
        );

    private static Task<ProviderResult<TokenAnswer>> ExchangeAsync(TestProvider test, string audience) =>
        test.Provider.Tokens.ExchangeAsync(
            ProviderSecret.From("the-access-token"),
            audience,
            TestContext.Current.CancellationToken
        );
}
