using System.Net;
using Gatehouse.Testing.Documents;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Attacks.Tests;

/// <summary>draft-ietf-oauth-client-id-metadata-document §6: what a client's description of itself can be made to do to the server that reads it.</summary>
public sealed class Client_metadata_documents
{
    private static readonly (string, string?) Redirect = ("redirect_uri", "http://127.0.0.1:51234/callback");

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("10.0.0.5")]
    [InlineData("127.0.0.2")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fd00:ec2::254")]
    public async Task A_document_at_a_special_address_is_not_fetched(string address)
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.Resolve = _ => [IPAddress.Parse(address)];

        Assert.Equal("client-document-refused", await ProblemAsync(publisher, publisher.Describe()));
        Assert.Equal(0, publisher.Requests);
    }

    [Fact]
    public async Task One_special_address_among_public_ones_is_enough_to_refuse()
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.Resolve = _ => [IPAddress.Loopback, IPAddress.Parse("169.254.169.254")];

        Assert.Equal("client-document-refused", await ProblemAsync(publisher, publisher.Describe()));
        Assert.Equal(0, publisher.Requests);
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::ffff:127.0.0.1]/client.json")]
    [InlineData("https://2130706433/client.json")]
    [InlineData("https://0x7f000001/client.json")]
    [InlineData("https://localhost/client.json")]
    [InlineData("https://metadata/client.json")]
    [InlineData("https://user@client.example/client.json")]
    [InlineData("https://client.example/../client.json")]
    [InlineData("https://client.example/%2E%2e/client.json")]
    [InlineData("https://client.example/client.json#fragment")]
    [InlineData("https://client.example\\@evil.example/client.json")]
    [InlineData("HTTPS://client.example/client.json")]
    [InlineData("https://client.example")]
    [InlineData("https://client.example/")]
    public async Task An_identifier_that_is_no_plain_address_of_a_domain_is_not_even_looked_up(string id)
    {
        await using var publisher = await Publisher.StartAsync();

        Assert.Equal("client-document-refused", await ProblemAsync(publisher, id));
        Assert.Equal((0, 0), (publisher.Resolves, publisher.Requests));
    }

    [Fact]
    public async Task A_name_that_changes_its_address_between_check_and_use_is_called_where_it_was_checked()
    {
        await using var publisher = await Publisher.StartAsync();
        var first = true;
        publisher.Resolve = _ =>
        {
            var answer = first ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254");
            first = false;
            return [answer];
        };

        Assert.Null(await ProblemAsync(publisher, publisher.Describe()));
        Assert.Equal((1, 1), (publisher.Resolves, publisher.Requests));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.Describe("/elsewhere.json");
        publisher.Answer(
            "/client.json",
            context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = publisher.UrlOf("/elsewhere.json");
                return Task.CompletedTask;
            }
        );

        Assert.Equal("client-document-refused", await ProblemAsync(publisher, publisher.UrlOf("/client.json")));
        Assert.Equal(1, publisher.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_of_10_MB_is_left_after_5_KB(bool announced)
    {
        const int size = 10 * 1024 * 1024;
        await using var publisher = await Publisher.StartAsync();
        publisher.Answer(
            "/client.json",
            async context =>
            {
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = announced ? size : null;
                await context.Response.Body.WriteAsync(new byte[size], context.RequestAborted);
            }
        );

        Assert.Equal("client-document-refused", await ProblemAsync(publisher, publisher.UrlOf("/client.json")));
    }

    [Fact]
    public async Task A_document_that_drips_is_left_after_5_seconds()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        publisher.Answer(
            "/client.json",
            async context =>
            {
                context.Response.ContentType = "application/json";
                context.RequestAborted.Register(() => left.TrySetResult());
                await context.Response.WriteAsync("{", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                begun.TrySetResult();
                await left.Task;
            }
        );
        using var client = SiteClient.Of(site, publisher.UrlOf("/client.json"));
        using var browser = new SiteBrowser(site);
        var page = browser.OpenAsync(client.AuthorizeUrl(Redirect));
        await begun.Task;

        site.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("client-document-unreachable", (await page).Problem);
        await left.Task;
    }

    [Fact]
    public async Task A_document_nested_without_end_is_no_document()
    {
        await using var publisher = await Publisher.StartAsync();
        var url = publisher.UrlOf("/client.json");
        var nested = new string('[', 2000) + new string(']', 2000);
        publisher.Publish(
            "/client.json",
            $$"""{"client_id":"{{url}}","client_name":"Tool","redirect_uris":["http://127.0.0.1/callback"],"x":{{nested}}}"""
        );

        Assert.Equal("client-document-refused", await ProblemAsync(publisher, url));
    }

    [Theory]
    [InlineData(
        """{"client_id":"https://claude.ai/oauth/claude-code-client-metadata","client_name":"Claude Code","redirect_uris":["http://127.0.0.1/callback"]}"""
    )]
    [InlineData("""{"client_id":"URL/","client_name":"Tool","redirect_uris":["http://127.0.0.1/callback"]}""")]
    [InlineData("""{"client_name":"Tool","redirect_uris":["http://127.0.0.1/callback"]}""")]
    [InlineData(
        """{"client_id":"URL","client_id":"URL","client_name":"Tool","redirect_uris":["http://127.0.0.1/callback"]}"""
    )]
    public async Task A_document_that_names_another_client_is_refused(string document)
    {
        await using var publisher = await Publisher.StartAsync();
        var url = publisher.UrlOf("/client.json");
        publisher.Publish("/client.json", document.Replace("URL", url, StringComparison.Ordinal));

        Assert.Equal("client-document-refused", await ProblemAsync(publisher, url));
    }

    [Theory]
    [InlineData(""","client_secret":"everybody reads it" """)]
    [InlineData(""","client_secret_expires_at":0""")]
    [InlineData(""","token_endpoint_auth_method":"client_secret_post" """)]
    [InlineData(""","token_endpoint_auth_method":"client_secret_basic" """)]
    [InlineData(""","token_endpoint_auth_method":"client_secret_jwt" """)]
    [InlineData(""","token_endpoint_auth_method":"private_key_jwt" """)]
    public async Task A_document_with_a_shared_secret_or_without_its_keys_is_refused(string more)
    {
        await using var publisher = await Publisher.StartAsync();

        Assert.Equal("client-document-refused", await ProblemAsync(publisher, publisher.Describe(more: more)));
    }

    [Theory]
    [InlineData("https://claude.ai.evil.example/api/mcp/auth_callback")]
    [InlineData("https://claude-ai.example/api/mcp/auth_callback")]
    [InlineData("https://client.example.evil.example/callback")]
    [InlineData("https://claude.ai/redirect")]
    [InlineData("ms-msdt:/id")]
    public async Task A_document_opens_no_address_that_a_registration_would_not(string redirect)
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        var url = publisher.UrlOf("/client.json");
        publisher.Publish(
            "/client.json",
            $$"""{"client_id":"{{url}}","client_name":"Claude","redirect_uris":["{{redirect}}"]}"""
        );
        using var client = SiteClient.Of(site, url);
        using var browser = new SiteBrowser(site);

        var page = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", redirect)));

        Assert.Equal("redirect-refused", page.Problem);
    }

    [Fact]
    public async Task A_document_that_changes_after_consent_changes_nothing_that_was_approved()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var client = SiteClient.Of(site, publisher.Describe(cacheControl: "no-store"));
        using var browser = new SiteBrowser(site);
        var page = await browser.OpenAsync(client.AuthorizeUrl(Redirect));
        publisher.Publish(
            "/client.json",
            $$"""{"client_id":"{{client.Id}}","client_name":"Evil","redirect_uris":["http://127.0.0.1/evil"]}""",
            cacheControl: "no-store"
        );

        var answer = await browser.ApproveAsync(page);

        Assert.StartsWith("http://127.0.0.1:51234/callback?", answer.Location, StringComparison.Ordinal);
        var tokens = await client.RedeemAsync(answer.Parameter("code")!, Redirect);
        Assert.Equal(200, tokens.Status);
        Assert.Equal(200, (await client.RefreshAsync(tokens.RefreshToken)).Status);
        Assert.Equal("redirect-refused", (await browser.OpenAsync(client.AuthorizeUrl(Redirect))).Problem);
    }

    [Fact]
    public async Task A_flood_of_slow_documents_does_not_keep_a_well_known_client_out()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        var begun = new SemaphoreSlim(0);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var browser = new SiteBrowser(site);
        var slow = new List<Task<SiteAnswer>>();
        for (var i = 0; i < 16; i++)
        {
            publisher.Answer($"/{i}.json", context => HoldAsync(context, begun, go.Task));
            using var client = SiteClient.Of(site, publisher.UrlOf($"/{i}.json"));
            slow.Add(browser.OpenAsync(client.AuthorizeUrl(Redirect)));
            await begun.WaitAsync(TestContext.Current.CancellationToken);
        }

        using var unknown = SiteClient.Of(site, publisher.Describe());
        using var known = SiteClient.Of(site, "https://claude.ai/oauth/claude-code-client-metadata");

        Assert.Equal("client-document-unreachable", (await browser.OpenAsync(unknown.AuthorizeUrl(Redirect))).Problem);
        Assert.Equal(200, (await browser.OpenAsync(known.AuthorizeUrl(Redirect))).Status);
        go.SetResult();
        await Task.WhenAll(slow);
        Assert.Equal(200, (await browser.OpenAsync(unknown.AuthorizeUrl(Redirect))).Status);
        begun.Dispose();
    }

    private static async Task HoldAsync(HttpContext context, SemaphoreSlim begun, Task go)
    {
        begun.Release();
        await go;
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    // Null when the consent page is shown.
    private static async Task<string?> ProblemAsync(Publisher publisher, string id)
    {
        await using var site = await Site.StartAsync(publisher.Site());
        using var client = SiteClient.Of(site, id);
        using var browser = new SiteBrowser(site);
        var page = await browser.OpenAsync(client.AuthorizeUrl(Redirect));
        return page.Status == 200 ? null : page.Problem;
    }
}
