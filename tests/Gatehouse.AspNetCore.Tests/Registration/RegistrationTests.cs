using System.Globalization;
using System.Text;
using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Registration;

public sealed class RegistrationTests
{
    [Fact]
    public async Task The_answer_has_what_clients_read_and_no_null()
    {
        await using var site = await Site.StartAsync();
        using var http = site.NewHttp();

        var answer = await SiteClient.RegisterAsync(
            http,
            """{"client_name":"Inspector","redirect_uris":["http://localhost:6274/oauth/callback"],"token_endpoint_auth_method":"none","scope":"a b","unknown":{"x":[1]}}"""
        );

        Assert.Equal(
            (201, "application/json", "no-store"),
            (answer.Status, answer.MediaType, answer.Header("Cache-Control"))
        );
        Assert.Equal("http://localhost:6274/oauth/callback", (string?)answer.Json["redirect_uris"]![0]);
        Assert.DoesNotContain("null", answer.Body, StringComparison.Ordinal);
        Assert.False(answer.Json.ContainsKey("client_secret"));
    }

    [Fact]
    public async Task Five_hundred_registrations_write_nothing_and_agree()
    {
        await using var site = await Site.StartAsync();
        using var http = site.NewHttp();
        site.Stores.Forget();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 500)
                .Select(number =>
                    SiteClient.RegisterAsync(
                        http,
                        $$"""{"client_name":"Flood","redirect_uris":["http://127.0.0.1:{{20000 + number}}/"]}"""
                    )
                )
        );

        Assert.Empty(site.Stores.Calls);
        Assert.Single(answers.Select(answer => (string?)answer.Json["client_id"]).Distinct());
    }

    [Fact]
    public async Task A_megabyte_is_refused_without_being_read()
    {
        await using var site = await Site.StartAsync();
        using var http = site.NewHttp();

        var answer = await SiteClient.RegisterAsync(http, $$"""{"client_name":"{{new string('x', 1 << 20)}}"}""");

        Assert.Equal((413, "invalid_client_metadata"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_read_no_further_than_its_bound()
    {
        await using var site = await Site.StartAsync();
        using var http = site.NewHttp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/register")
        {
            Content = new StreamContent(new MemoryStream(new byte[64 * 1024])),
        };
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(413, (await SiteAnswer.OfAsync(http, request)).Status);
    }

    [Fact]
    public async Task A_broken_chunk_is_the_senders_fault()
    {
        await using var site = await Site.StartAsync();

        var answer = await Protection.ChallengeTests.RawAsync(
            site,
            "POST",
            "/register",
            "Transfer-Encoding: chunked\r\n",
            "zz\r\n\r\n"
        );

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
    }

    public static TheoryData<string> Junk =>
        [
            "",
            "null",
            "[]",
            "5",
            "{",
            "\"text\"",
            "{\"redirect_uris\":\"http://127.0.0.1/\"}",
            "{\"redirect_uris\":[5]}",
            "{\"client_name\":\"a\",\"client_name\":\"b\"}",
            "{\"client_name\":{\"a\":1}}",
            string.Concat(Enumerable.Repeat("[", 8000)),
            "{\"a\":" + string.Concat(Enumerable.Repeat("[", 4000)) + string.Concat(Enumerable.Repeat("]", 4000)) + "}",
            "\ud83d",
        ];

    [Theory]
    [MemberData(nameof(Junk))]
    public async Task Junk_gets_a_clear_answer(string body)
    {
        await using var site = await Site.StartAsync();
        using var http = site.NewHttp();

        var answer = await SiteClient.RegisterAsync(http, body);

        Assert.Equal((400, "invalid_client_metadata"), (answer.Status, answer.Error));
        Assert.False(string.IsNullOrWhiteSpace((string?)answer.Json["error_description"]));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ms-msdt:/id")]
    [InlineData("http://example.com/cb")]
    [InlineData("https://evil.example/cb")]
    [InlineData("https://claude.ai@evil.example/cb")]
    [InlineData("https://claude.ai\\\\@evil.example/cb")]
    [InlineData("http://127.0.0.1.evil.example/cb")]
    [InlineData("http://127.0.0.1/cb#fragment")]
    public async Task Dangerous_redirects_are_refused(string redirect)
    {
        await using var site = await Site.StartAsync();
        using var http = site.NewHttp();

        var answer = await SiteClient.RegisterAsync(http, $$"""{"redirect_uris":["{{redirect}}"]}""");

        Assert.Equal((400, "invalid_redirect_uri"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_client_of_another_server_is_told_so_by_page_and_by_json()
    {
        await using var other = await Site.StartAsync();
        await using var site = await Site.StartAsync();
        using var elsewhere = await SiteClient.RegisterAsync(other);
        using var client = SiteClient.Of(site, elsewhere.Id);
        using var browser = new SiteBrowser(site);

        var page = await browser.OpenAsync(client.AuthorizeUrl());
        var json = await client.RefreshAsync("anything");

        Assert.Equal((400, "client-unknown"), (page.Status, page.Problem));
        Assert.Equal((401, "invalid_client"), (json.Status, json.Error));
    }

    [Fact]
    public async Task A_known_client_of_another_server_reads_how_to_make_it_forget()
    {
        await using var other = await Site.StartAsync();
        await using var site = await Site.StartAsync();
        using var elsewhere = await SiteClient.RegisterAsync(other, "Codex");
        using var client = SiteClient.Of(site, elsewhere.Id);
        using var browser = new SiteBrowser(site);

        var page = await browser.OpenAsync(client.AuthorizeUrl());
        var json = await client.RefreshAsync("anything");

        Assert.Equal("codex mcp logout NAME\ncodex mcp login NAME", page.Page.QuerySelector("pre")!.TextContent);
        Assert.Contains(
            "codex mcp logout NAME && codex mcp login NAME",
            (string?)json.Json["error_description"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("https://chatgpt.com/oauth/codex/4-bzS8rt42zJ/client.json", "http://127.0.0.1:4000/x", "For Codex:")]
    [InlineData("gone", "cursor://anysphere.cursor-mcp/oauth/callback", "For Cursor:")]
    [InlineData("gone", "https://claude.ai/api/mcp/auth_callback", "For Claude:")]
    [InlineData("gone", "http://127.0.0.1:33418/", "For Visual Studio Code:")]
    public async Task An_unknown_client_is_recognised_by_what_its_request_shows(
        string id,
        string redirect,
        string words
    )
    {
        await using var site = await Site.StartAsync();
        using var client = SiteClient.Of(site, id);
        using var browser = new SiteBrowser(site);

        var page = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", redirect)));

        Assert.Equal("client-unknown", page.Problem);
        Assert.Contains(page.Page.QuerySelectorAll("strong"), entry => entry.TextContent == words);
    }

    [Fact]
    public async Task A_client_with_a_foreign_address_reads_how_to_make_it_forget()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site, "opencode");
        using var browser = new SiteBrowser(site);

        var page = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", "http://127.0.0.1:1/other")));

        Assert.Equal("redirect-refused", page.Problem);
        Assert.Equal("opencode mcp logout NAME\nopencode mcp auth NAME", page.Page.QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public async Task An_identifier_changed_by_one_character_is_unknown()
    {
        await using var site = await Site.StartAsync();
        using var real = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        for (var position = 0; position < real.Id.Length; position += 7)
        {
            var changed = new StringBuilder(real.Id);
            changed[position] = changed[position] == 'A' ? 'B' : 'A';
            using var client = SiteClient.Of(site, changed.ToString());

            var page = await browser.OpenAsync(client.AuthorizeUrl());

            Assert.True(page.Problem == "client-unknown", position.ToString(CultureInfo.InvariantCulture));
        }
    }
}
