using System.Text;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Tests.Sites;
using Gatehouse.IdentityProviders.Tokens;

namespace Gatehouse.IdentityProviders.Tests.Tokens;

public sealed class TokenRevocationTests
{
    [Fact]
    public async Task Both_tokens_are_given_back_the_refresh_token_first()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/revoke", "");
        using var test = new TestProvider(site);

        Assert.Null(await RevokeAsync(test));

        var sent = site.Seen.Where(request => request.Path == "/revoke").ToList();
        Assert.Equal(["the-refresh-token", "the-access-token"], sent.Select(request => request.Form["token"]));
        Assert.Equal(["refresh_token", "access_token"], sent.Select(request => request.Form["token_type_hint"]));
        Assert.All(sent, request => Assert.Equal("very-secret", request.Form["client_secret"]));
    }

    [Fact]
    public async Task Where_there_is_no_endpoint_there_is_nothing_to_do()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document.Remove("revocation_endpoint"));
        using var test = new TestProvider(site);

        Assert.Null(await RevokeAsync(test));
    }

    [Fact]
    public async Task Cognito_takes_refresh_tokens_only()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/revoke", "");
        using var test = new TestProvider(site, options => options.Preset = "cognito");

        Assert.Null(await RevokeAsync(test));

        Assert.Equal("the-refresh-token", Assert.Single(site.Seen, request => request.Path == "/revoke").Form["token"]);
    }

    [Theory]
    [InlineData(503, "", false)]
    [InlineData(400, """{"error":"unsupported_token_type"}""", true)]
    [InlineData(400, """{"error":"invalid_token"}""", true)]
    [InlineData(401, """{"error":"invalid_client"}""", false)]
    public async Task What_may_still_be_good_is_told(int status, string body, bool isGone)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/revoke", body, status);
        using var test = new TestProvider(site);

        Assert.Equal(isGone, await RevokeAsync(test) is null);
    }

    [Theory]
    [InlineData(204, true)]
    [InlineData(404, true)]
    [InlineData(422, true)]
    [InlineData(500, false)]
    public async Task GitHub_deletes_a_token_of_the_application(int status, bool isGone)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/api/applications/client/token", "", status);
        using var test = new TestProvider(
            site,
            options =>
            {
                options.Preset = "github";
                options.Issuer = site.Address + "/login/oauth";
                options.Settings["apiUrl"] = site.Address + "/api";
            }
        );

        Assert.Equal(isGone, await RevokeAsync(test) is null);

        var sent = Assert.Single(site.Seen);
        Assert.Equal("DELETE", sent.Method);
        Assert.Equal("""{"access_token":"the-access-token"}""", sent.Body);
        Assert.Equal(
            "client:very-secret",
            Encoding.ASCII.GetString(Convert.FromBase64String(sent.Headers["Authorization"]["Basic ".Length..]))
        );
    }

    private static Task<ProviderFailure?> RevokeAsync(TestProvider test) =>
        test.Provider.Revocation.RevokeAsync(
            ProviderSecret.From("the-refresh-token"),
            ProviderSecret.From("the-access-token"),
            TestContext.Current.CancellationToken
        );
}
