using System.Net;
using System.Net.Sockets;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Registration.Documents;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration.Documents;
using Gatehouse.Testing.Documents;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gatehouse.AspNetCore.Tests.Registration.Documents;

public sealed class DocumentSignInTests
{
    private const string ClaudeCode = "https://claude.ai/oauth/claude-code-client-metadata";
    private const string Callback = "http://127.0.0.1:51234/callback";

    private static readonly (string, string?) Redirect = ("redirect_uri", Callback);

    [Fact]
    public async Task A_client_signs_in_by_its_document_and_the_page_says_who_publishes_it()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var client = SiteClient.Of(site, publisher.Describe());
        using var browser = new SiteBrowser(site);

        var page = await browser.OpenAsync(client.AuthorizeUrl(Redirect));
        var tokens = await client.RedeemAsync((await browser.ApproveAsync(page)).Parameter("code")!, Redirect);

        Assert.Equal("A client that calls itself Tool wants to use the test server for you", page.Heading);
        Assert.Contains(page.Page.QuerySelectorAll("dd"), entry => entry.TextContent == "client.example");
        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
        Assert.Equal(200, (await client.RefreshAsync(tokens.RefreshToken)).Status);
    }

    [Theory]
    [InlineData(ClientMetadataDocumentMode.On, true)]
    [InlineData(ClientMetadataDocumentMode.Off, null)]
    public async Task Documents_are_offered_exactly_when_they_are_fetched(
        ClientMetadataDocumentMode mode,
        bool? offered
    )
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site(options => options.ClientMetadataDocuments = mode));
        using var browser = new SiteBrowser(site);

        var metadata = (await browser.OpenAsync("/.well-known/oauth-authorization-server")).Json;

        Assert.Equal(offered, (bool?)metadata["client_id_metadata_document_supported"]);
        Assert.Equal(
            offered == true,
            metadata["token_endpoint_auth_methods_supported"]!
                .ToJsonString()
                .Contains("private_key_jwt", StringComparison.Ordinal)
        );
        Assert.Equal(offered == true, metadata.ContainsKey("token_endpoint_auth_signing_alg_values_supported"));
        Assert.Contains(
            "\"none\"",
            metadata["token_endpoint_auth_methods_supported"]!.ToJsonString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Switched_off_nothing_is_fetched_and_nobody_is_known()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(
            publisher.Site(options => options.ClientMetadataDocuments = ClientMetadataDocumentMode.Off)
        );
        using var browser = new SiteBrowser(site);
        foreach (var id in new[] { publisher.Describe(), ClaudeCode })
        {
            using var client = SiteClient.Of(site, id);

            Assert.Equal("client-unknown", (await browser.OpenAsync(client.AuthorizeUrl(Redirect))).Problem);
        }

        Assert.Equal((0, 0), (publisher.Requests, publisher.Resolves));
    }

    [Fact]
    public async Task A_well_known_client_signs_in_where_the_server_has_no_way_out()
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.Resolve = _ => throw new SocketException((int)SocketError.HostNotFound);
        await using var site = await Site.StartAsync(publisher.Site());
        using var client = SiteClient.Of(site, ClaudeCode);
        using var browser = new SiteBrowser(site);

        var page = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", "http://localhost:3118/callback")));

        Assert.Equal("Claude Code, on this computer, wants to use the test server for you", page.Heading);
        Assert.NotNull((await browser.ApproveAsync(page)).Parameter("code"));
    }

    [Fact]
    public async Task With_auto_and_no_way_out_documents_are_not_offered_and_well_known_clients_still_work()
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.Resolve = _ => throw new SocketException((int)SocketError.HostNotFound);
        await using var site = await Site.StartAsync(
            publisher.Site(options => options.ClientMetadataDocuments = ClientMetadataDocumentMode.Auto)
        );
        using var codex = SiteClient.Of(site, "https://chatgpt.com/oauth/codex/4-bzS8rt42zJ/client.json");
        using var other = SiteClient.Of(site, publisher.Describe());
        using var browser = new SiteBrowser(site);

        var page = await browser.OpenAsync(
            codex.AuthorizeUrl(("redirect_uri", "http://127.0.0.1:40000/callback/4-bzS8rt42zJ"))
        );

        Assert.Equal("Codex, on this computer, wants to use the test server for you", page.Heading);
        Assert.Equal("client-document-unreachable", (await browser.OpenAsync(other.AuthorizeUrl(Redirect))).Problem);
        Assert.False(
            (await browser.OpenAsync("/.well-known/oauth-authorization-server")).Json.ContainsKey(
                "client_id_metadata_document_supported"
            )
        );
    }

    [Fact]
    public async Task With_auto_the_way_out_is_found_when_there_is_one_and_documents_are_offered_from_then_on()
    {
        await using var publisher = await Publisher.StartAsync();
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        publisher.Resolve = _ =>
        {
            looked.TrySetResult();
            throw new SocketException((int)SocketError.HostNotFound);
        };
        await using var site = await Site.StartAsync(
            publisher.Site(options => options.ClientMetadataDocuments = ClientMetadataDocumentMode.Auto)
        );
        using var browser = new SiteBrowser(site);
        await looked.Task;
        Assert.Null(await OfferedAsync(browser));

        publisher.PublishAs(ClaudeCode, content => content);
        publisher.Resolve = _ => [IPAddress.Loopback];
        site.Time.Advance(TimeSpan.FromMinutes(10));
        await site.Services.GetServices<IHostedService>().OfType<DocumentProbe>().Single().ExecuteTask!;

        Assert.True(await OfferedAsync(browser));
    }

    [Fact]
    public async Task An_answer_that_is_no_document_is_no_way_out()
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.PublishAs(ClaudeCode, _ => "<html>Please sign in to this network</html>");
        await using var site = await Site.StartAsync(publisher.Site());

        Assert.False(
            await site
                .Services.GetRequiredService<ClientDocuments>()
                .ProbeAsync(DocumentUrl.Parse(ClientId.Parse(ClaudeCode).Value).Value)
        );
        Assert.Equal(1, publisher.Requests);
    }

    [Fact]
    public async Task What_a_known_client_publishes_now_comes_before_what_is_built_in()
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.PublishAs(
            ClaudeCode,
            content => content.Replace("http://localhost/callback", "http://localhost/moved", StringComparison.Ordinal)
        );
        await using var site = await Site.StartAsync(publisher.Site());
        using var client = SiteClient.Of(site, ClaudeCode);
        using var browser = new SiteBrowser(site);

        var moved = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", "http://localhost:1/moved")));
        var old = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", "http://localhost:1/callback")));

        Assert.Equal("Claude Code, on this computer, wants to use the test server for you", moved.Heading);
        Assert.Equal("redirect-refused", old.Problem);
    }

    [Fact]
    public async Task A_known_client_that_has_withdrawn_its_document_is_not_revived_by_what_is_built_in()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var client = SiteClient.Of(site, ClaudeCode);
        using var browser = new SiteBrowser(site);

        var page = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", "http://localhost:1/callback")));

        Assert.Equal("client-document-refused", page.Problem);
    }

    [Fact]
    public async Task A_connection_lives_on_when_the_publisher_is_gone_and_the_server_was_started_anew()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-documents-");
        try
        {
            var database = Path.Combine(folder.FullName, "gatehouse.db");
            await using var publisher = await Publisher.StartAsync();
            var url = publisher.Describe(cacheControl: "no-store");
            string refreshToken;
            await using (var before = await Site.StartAsync(publisher.Site(database: database)))
            {
                using var client = SiteClient.Of(before, url);
                refreshToken = (await client.RedeemAsync(await client.SignInAsync(Redirect), Redirect)).RefreshToken;
            }

            publisher.Resolve = _ => throw new SocketException((int)SocketError.HostNotFound);
            await using var after = await Site.StartAsync(publisher.Site(database: database));
            using var same = SiteClient.Of(after, url);
            using var browser = new SiteBrowser(after);

            Assert.Equal(200, (await same.RefreshAsync(refreshToken)).Status);
            Assert.Equal("client-document-unreachable", (await browser.OpenAsync(same.AuthorizeUrl(Redirect))).Problem);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_code_is_issued_although_the_publisher_goes_away_after_the_consent_page()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var client = SiteClient.Of(site, publisher.Describe(cacheControl: "no-store"));
        using var browser = new SiteBrowser(site);
        var page = await browser.OpenAsync(client.AuthorizeUrl(Redirect));
        publisher.Answer("/client.json", context => Task.FromException(new IOException(context.Request.Path)));

        var code = (await browser.ApproveAsync(page)).Parameter("code")!;

        Assert.Equal(200, (await client.RedeemAsync(code, Redirect)).Status);
        Assert.Equal(1, publisher.Requests);
    }

    [Fact]
    public async Task Many_who_ask_for_one_document_at_once_share_one_request()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        var url = publisher.Describe();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        publisher.Answer(
            "/client.json",
            async context =>
            {
                asked.TrySetResult();
                await go.Task;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(
                    $$"""{"client_id":"{{url}}","client_name":"Tool","redirect_uris":["http://127.0.0.1/callback"]}"""
                );
            }
        );
        using var client = SiteClient.Of(site, url);
        using var browser = new SiteBrowser(site);
        var first = browser.OpenAsync(client.AuthorizeUrl(Redirect));
        await asked.Task;
        var others = Enumerable.Range(0, 10).Select(_ => browser.OpenAsync(client.AuthorizeUrl(Redirect))).ToList();
        go.SetResult();

        Assert.All(await Task.WhenAll([first, .. others]), page => Assert.Equal(200, page.Status));
        Assert.Equal(1, publisher.Requests);
    }

    [Theory]
    [InlineData("max-age=600", 599, 1)]
    [InlineData("max-age=600", 601, 2)]
    [InlineData("max-age=600, s-maxage=60", 61, 2)]
    [InlineData("no-store", 0, 2)]
    [InlineData("no-cache", 0, 2)]
    [InlineData("private, max-age=600", 0, 2)]
    [InlineData("max-age=0", 0, 2)]
    [InlineData("max-age=31536000", 86_399, 1)]
    [InlineData("max-age=31536000", 86_401, 2)]
    [InlineData(null, 299, 1)]
    [InlineData(null, 301, 2)]
    public async Task A_document_is_kept_as_long_as_its_publisher_allows_and_a_day_at_most(
        string? cacheControl,
        int seconds,
        int requests
    )
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var client = SiteClient.Of(site, publisher.Describe(cacheControl: cacheControl));
        using var browser = new SiteBrowser(site);

        await browser.OpenAsync(client.AuthorizeUrl(Redirect));
        site.Time.Advance(TimeSpan.FromSeconds(seconds));
        await browser.OpenAsync(client.AuthorizeUrl(Redirect));

        Assert.Equal(requests, publisher.Requests);
    }

    [Theory]
    [InlineData(404, "client-document-refused")]
    [InlineData(204, "client-document-refused")]
    [InlineData(500, "client-document-unreachable")]
    [InlineData(429, "client-document-unreachable")]
    public async Task An_error_is_told_and_never_kept(int status, string problem)
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        var url = publisher.UrlOf("/client.json");
        publisher.Answer(
            "/client.json",
            context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.CacheControl = "max-age=600";
                return Task.CompletedTask;
            }
        );
        using var client = SiteClient.Of(site, url);
        using var browser = new SiteBrowser(site);

        Assert.Equal(problem, (await browser.OpenAsync(client.AuthorizeUrl(Redirect))).Problem);
        publisher.Describe();
        Assert.Equal(200, (await browser.OpenAsync(client.AuthorizeUrl(Redirect))).Status);
    }

    private static async Task<bool?> OfferedAsync(SiteBrowser browser) =>
        (bool?)
            (await browser.OpenAsync("/.well-known/oauth-authorization-server")).Json[
                "client_id_metadata_document_supported"
            ];
}
