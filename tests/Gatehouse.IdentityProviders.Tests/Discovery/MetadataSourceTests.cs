using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Tests.Sites;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.IdentityProviders.Tests.Discovery;

public sealed class MetadataSourceTests
{
    private const string WellKnown = "/.well-known/openid-configuration";

    [Fact]
    public async Task What_a_provider_says_of_itself_is_read()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document =>
        {
            document["authorization_response_iss_parameter_supported"] = true;
            document["scopes_supported"] = new System.Text.Json.Nodes.JsonArray("openid", 7, "email");
        });
        using var test = new TestProvider(site);

        var metadata = (await FindAsync(test)).Value;

        Assert.Equal(site.Address, metadata.Issuer);
        Assert.Equal(site.Address + "/authorize", metadata.AuthorizationEndpoint);
        Assert.Equal(site.Address + "/token", metadata.TokenEndpoint);
        Assert.Equal(site.Address + "/keys", metadata.JwksUri);
        Assert.Equal(["openid", "email"], metadata.Scopes!);
        Assert.Null(metadata.CodeChallengeMethods);
        Assert.True(metadata.SendsIssuer);
        Assert.Equal("Gatehouse", site.Seen[0].Headers["User-Agent"]);
    }

    [Fact]
    public async Task A_document_that_names_another_issuer_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document["issuer"] = "https://evil.example");
        using var test = new TestProvider(site);

        var failure = (await FindAsync(test)).Failure!;

        Assert.Equal(ProviderCodes.Misconfigured, failure.Code);
        Assert.Equal(ProviderRemedy.AskOperator, failure.Remedy);
        Assert.Contains("https://evil.example", failure.Meaning, StringComparison.Ordinal);
        Assert.Contains(site.Address, failure.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_that_changes_its_issuer_is_refused_and_the_last_good_one_serves_on()
    {
        const string At = "/contoso.example/v2.0";
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document["issuer"] = site.Address + "/tenant-one/v2.0", At);
        using var test = new TestProvider(
            site,
            options =>
            {
                options.Preset = "entra";
                options.Issuer = site.Address + At;
            }
        );
        Assert.Equal(site.Address + "/tenant-one/v2.0", (await FindAsync(test)).Value.Issuer);

        site.Publish(
            document =>
            {
                document["issuer"] = site.Address + "/tenant-two/v2.0";
                document["token_endpoint"] = site.Address + "/elsewhere";
            },
            At
        );
        test.Time.Advance(TimeSpan.FromHours(2));
        var after = (await FindAsync(test)).Value;

        Assert.Equal(2, site.Count(At + WellKnown));
        Assert.Equal(site.Address + "/tenant-one/v2.0", after.Issuer);
        Assert.Equal(site.Address + "/token", after.TokenEndpoint);
    }

    [Fact]
    public async Task Entra_may_write_the_tenant_as_a_name_in_braces()
    {
        const string At = "/common/v2.0";
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document["issuer"] = site.Address + "/{tenantid}/v2.0", At);
        using var test = new TestProvider(
            site,
            options =>
            {
                options.Preset = "entra";
                options.Issuer = site.Address + At;
            }
        );

        Assert.Equal(site.Address + "/{tenantid}/v2.0", (await FindAsync(test)).Value.Issuer);
    }

    [Fact]
    public async Task The_slash_at_the_end_is_kept_as_the_provider_writes_it()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document["issuer"] = site.Address + "/");
        using var test = new TestProvider(site, options => options.Issuer = site.Address + "/");

        Assert.Equal(site.Address + "/", (await FindAsync(test)).Value.Issuer);
        Assert.Equal(1, site.Count(WellKnown));
    }

    [Theory]
    [InlineData("token_endpoint", "http://idp.example.com/token")]
    [InlineData("authorization_endpoint", "javascript:alert(1)")]
    [InlineData("jwks_uri", "file:///etc/keys.json")]
    [InlineData("userinfo_endpoint", "https://user:word@idp.example.com/")]
    [InlineData("revocation_endpoint", "/revoke")]
    public async Task An_endpoint_that_is_not_safe_is_refused(string member, string address)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document[member] = address);
        using var test = new TestProvider(site);

        var failure = (await FindAsync(test)).Failure!;

        Assert.Equal(ProviderCodes.Misconfigured, failure.Code);
        Assert.Contains("not https", failure.Meaning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("authorization_endpoint")]
    [InlineData("token_endpoint")]
    [InlineData("jwks_uri")]
    public async Task A_document_without_what_is_needed_says_what_it_lacks(string member)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document.Remove(member));
        using var test = new TestProvider(site);

        var failure = (await FindAsync(test)).Failure!;

        Assert.Equal(ProviderCodes.Misconfigured, failure.Code);
        Assert.Contains(member, failure.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_RFC_8414_is_found_too()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document["issuer"] = site.Address + "/realm", "/realm");
        site.Answer("/realm" + WellKnown, "<html>start page</html>", contentType: "text/html");
        site.Answer(
            "/.well-known/oauth-authorization-server/realm",
            $$"""{"issuer":"{{site.Address}}/realm","authorization_endpoint":"{{site.Address}}/a","token_endpoint":"{{site.Address}}/t","jwks_uri":"{{site.Address}}/k"}"""
        );
        using var test = new TestProvider(site, options => options.Issuer = site.Address + "/realm");

        Assert.Equal(site.Address + "/t", (await FindAsync(test)).Value.TokenEndpoint);
    }

    [Fact]
    public async Task A_page_for_people_in_its_place_is_a_clear_failure()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(WellKnown, "<html>sign in to the hotel network</html>", contentType: "text/html");
        using var test = new TestProvider(site);

        var failure = (await FindAsync(test)).Failure!;

        Assert.Equal(ProviderCodes.Unexpected, failure.Code);
        Assert.Contains("a page for people", failure.Meaning, StringComparison.Ordinal);
        Assert.DoesNotContain("hotel", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_megabytes_are_not_read()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(WellKnown, new string(' ', 10 * 1024 * 1024));
        using var test = new TestProvider(site);

        var failure = (await FindAsync(test)).Failure!;

        Assert.Equal(ProviderCodes.Unexpected, failure.Code);
        Assert.Contains("more than 1 MB", failure.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(at: "/elsewhere");
        site.Answer(
            WellKnown,
            context =>
            {
                context.Response.Redirect("/elsewhere" + WellKnown);
                return Task.CompletedTask;
            }
        );
        using var test = new TestProvider(site);

        var failure = (await FindAsync(test)).Failure!;

        Assert.Equal(ProviderCodes.Unexpected, failure.Code);
        Assert.Equal(0, site.Count("/elsewhere" + WellKnown));
    }

    [Fact]
    public async Task A_provider_that_never_answers_is_given_up()
    {
        var gate = new Gate();
        await using var site = await ProviderSite.StartAsync();
        site.Answer(WellKnown, context => gate.PassAsync(context.RequestAborted));
        using var test = new TestProvider(site);

        var finding = FindAsync(test);
        await gate.Arrived;
        test.Time.Advance(TimeSpan.FromSeconds(11));
        var failure = (await finding).Failure!;

        Assert.Equal(ProviderRemedy.TryLater, failure.Remedy);
        Assert.Equal(ProviderCodes.Unreachable, failure.Code);
    }

    [Fact]
    public async Task Nothing_anywhere_says_where_it_was_looked_for()
    {
        await using var site = await ProviderSite.StartAsync();
        using var test = new TestProvider(site, options => options.Issuer = site.Address + "/wrong");

        var failure = (await FindAsync(test)).Failure!;

        Assert.Equal(ProviderCodes.Misconfigured, failure.Code);
        Assert.Contains(site.Address + "/wrong" + WellKnown, failure.Meaning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 59, 61)]
    [InlineData("max-age=1200", 19, 21)]
    [InlineData("max-age=1", 4, 6)]
    [InlineData("no-store", 4, 6)]
    [InlineData("max-age=99999999", 1439, 1441)]
    public async Task It_is_kept_as_long_as_the_provider_says_within_bounds(
        string? cacheControl,
        int freshMinutes,
        int staleMinutes
    )
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(cacheControl: cacheControl);
        using var test = new TestProvider(site);
        await FindAsync(test);

        test.Time.Advance(TimeSpan.FromMinutes(freshMinutes));
        await FindAsync(test);
        Assert.Equal(1, site.Count(WellKnown));

        test.Time.Advance(TimeSpan.FromMinutes(staleMinutes - freshMinutes));
        await FindAsync(test);
        Assert.Equal(2, site.Count(WellKnown));
    }

    [Fact]
    public async Task The_last_good_one_serves_on_while_the_provider_is_in_trouble()
    {
        await using var site = await ProviderSite.StartAsync();
        using var test = new TestProvider(site);
        await FindAsync(test);

        site.Answer(WellKnown, "", status: 503);
        test.Time.Advance(TimeSpan.FromDays(3));

        Assert.Equal(site.Address, (await FindAsync(test)).Value.Issuer);
    }

    [Fact]
    public async Task A_provider_in_trouble_is_not_asked_by_every_sign_in()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(WellKnown, "", status: 500);
        using var test = new TestProvider(site);
        Assert.Equal(ProviderRemedy.TryLater, (await FindAsync(test)).Failure!.Remedy);
        var once = site.Seen.Count;

        for (var again = 0; again < 50; again++)
        {
            Assert.NotNull((await FindAsync(test)).Failure);
        }

        Assert.Equal(once, site.Seen.Count);

        test.Time.Advance(TimeSpan.FromSeconds(6));
        await FindAsync(test);
        Assert.Equal(2 * once, site.Seen.Count);

        // The second pause is longer than the first.
        test.Time.Advance(TimeSpan.FromSeconds(6));
        await FindAsync(test);
        Assert.Equal(2 * once, site.Seen.Count);

        site.Publish();
        test.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await FindAsync(test)).Failure);
    }

    [Fact]
    public async Task A_passing_trouble_is_not_seen()
    {
        await using var site = await ProviderSite.StartAsync();
        var first = true;
        var good =
            $$"""{"issuer":"{{site.Address}}","authorization_endpoint":"{{site.Address}}/a","token_endpoint":"{{site.Address}}/t","jwks_uri":"{{site.Address}}/k"}""";
        site.Answer(
            WellKnown,
            async context =>
            {
                if (first)
                {
                    first = false;
                    context.Abort();
                    return;
                }

                await context.Response.WriteAsync(good);
            }
        );
        using var test = new TestProvider(site);

        Assert.Null((await FindAsync(test)).Failure);
    }

    [Fact]
    public async Task Who_asks_at_the_same_time_shares_one_fetch_and_who_leaves_does_not_end_it()
    {
        var gate = new Gate();
        await using var site = await ProviderSite.StartAsync();
        var good =
            $$"""{"issuer":"{{site.Address}}","authorization_endpoint":"{{site.Address}}/a","token_endpoint":"{{site.Address}}/t","jwks_uri":"{{site.Address}}/k"}""";
        site.Answer(
            WellKnown,
            async context =>
            {
                await gate.PassAsync(context.RequestAborted);
                await context.Response.WriteAsync(good);
            }
        );
        using var test = new TestProvider(site);
        using var leaving = new CancellationTokenSource();

        var first = test.Provider.Metadata.FindAsync(leaving.Token);
        await gate.Arrived;
        var others = Enumerable.Range(0, 20).Select(_ => FindAsync(test)).ToList();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.Open();

        Assert.All(await Task.WhenAll(others), found => Assert.Null(found.Failure));
        Assert.Equal(1, site.Count(WellKnown));
    }

    private static Task<ProviderResult<IdentityProviders.Discovery.ProviderMetadata>> FindAsync(TestProvider test) =>
        test.Provider.Metadata.FindAsync(TestContext.Current.CancellationToken);
}
