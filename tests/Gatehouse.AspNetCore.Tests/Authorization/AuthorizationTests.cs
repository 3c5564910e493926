using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.Authorization;

public sealed class AuthorizationTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteClient client = null!;
    private SiteBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site);
        browser = new SiteBrowser(site);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_request_shows_the_consent_page_and_writes_nothing_and_calls_nobody()
    {
        site.Stores.Forget();
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(
                "A client that calls itself Test Client wants to use the test server for you",
                (await OpenAsync()).Heading
            );
        }

        Assert.Empty(site.Stores.Writes);
        Assert.Empty(site.SignIn.Started);
    }

    [Theory]
    [InlineData("client_id", null, "request-malformed")]
    [InlineData("client_id", "", "request-malformed")]
    [InlineData("client_id", "somebody", "client-unknown")]
    [InlineData("client_id", "dyn.a.b.c", "client-unknown")]
    [InlineData("client_id", "https://evil.example/client.json", "client-unknown")]
    [InlineData("client_id", "a b", "request-malformed")]
    [InlineData("redirect_uri", null, "redirect-refused")]
    [InlineData("redirect_uri", "https://evil.example/callback", "redirect-refused")]
    [InlineData("redirect_uri", "http://localhost:33418/callback", "redirect-refused")]
    [InlineData("redirect_uri", "http://127.0.0.1:33418/callback/", "redirect-refused")]
    [InlineData("redirect_uri", "http://127.0.0.1:33418/callback?x=1", "redirect-refused")]
    [InlineData("redirect_uri", "http://127.0.0.1:33418@evil.example/callback", "redirect-refused")]
    [InlineData("redirect_uri", "javascript:alert(1)", "redirect-refused")]
    public async Task Who_or_where_in_doubt_ends_on_a_page_and_never_in_a_redirect(
        string name,
        string? value,
        string code
    )
    {
        var answer = await OpenAsync((name, value));

        Assert.Equal((400, code), (answer.Status, answer.Problem));
        Assert.Null(answer.Header("Location"));
    }

    [Theory]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", null, "unsupported_response_type")]
    [InlineData("response_mode", "fragment", "invalid_request")]
    [InlineData("prompt", "none", "login_required")]
    [InlineData("prompt", "login none", "invalid_request")]
    [InlineData("request", "eyJ", "request_not_supported")]
    [InlineData("request_uri", "https://evil.example/r", "request_not_supported")]
    [InlineData("resource", "https://other.example.com/mcp", "invalid_target")]
    [InlineData("resource", "https://mcp.example.com.evil.example/mcp", "invalid_target")]
    public async Task The_client_hears_of_its_other_mistakes_by_redirect(string name, string? value, string error)
    {
        var answer = await OpenAsync((name, value));

        Assert.Equal(302, answer.Status);
        Assert.StartsWith(SiteClient.Redirect + "?", answer.Location, StringComparison.Ordinal);
        Assert.Equal(["state", "iss", "error", "error_description"], answer.Parameters.Select(pair => pair.Name));
        Assert.Equal(error, answer.Parameter("error"));
        Assert.Equal("https://mcp.example.com", answer.Parameter("iss"));
    }

    [Theory]
    [InlineData("client_id")]
    [InlineData("redirect_uri")]
    [InlineData("state")]
    [InlineData("code_challenge")]
    [InlineData("scope")]
    public async Task A_repeated_parameter_is_refused_on_a_page(string name)
    {
        var answer = await browser.OpenAsync($"{client.AuthorizeUrl(("scope", "notes.read"))}&{name}=second");

        Assert.Equal((400, "request-malformed"), (answer.Status, answer.Problem));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://mcp.example.com/mcp/")]
    [InlineData("https://mcp.example.com")]
    [InlineData("https://mcp.example.com/")]
    [InlineData("HTTPS://MCP.example.com/mcp")]
    public async Task The_resource_may_be_written_as_clients_write_it(string? resource)
    {
        Assert.Equal(200, (await OpenAsync(("resource", resource))).Status);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Only_get_asks(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/oauth-is-not-here");
        request.RequestUri = new Uri(client.AuthorizeUrl(), UriKind.Relative);
        await using var bare = await Site.StartAsync(new SiteOptions { Resource = _ => { } });
        using var http = bare.NewHttp();

        Assert.Equal(405, (await SiteAnswer.OfAsync(http, request)).Status);
    }

    [Fact]
    public async Task The_state_comes_back_byte_for_byte_before_iss_and_code()
    {
        var odd = string.Concat(Enumerable.Range(0x20, 0x5F).Select(code => (char)code)) + "&code=evil#x ü 😀";

        var answer = await browser.ApproveAsync(await OpenAsync(("state", odd)));

        Assert.Equal(302, answer.Status);
        Assert.Equal(["state", "iss", "code"], answer.Parameters.Select(pair => pair.Name));
        Assert.Equal(odd, answer.Parameter("state"));
        Assert.All(answer.Location, character => Assert.InRange(character, '!', '~'));
    }

    [Fact]
    public async Task No_state_was_sent_so_none_comes_back()
    {
        var answer = await browser.ApproveAsync(await OpenAsync(("state", null)));

        Assert.Equal(["iss", "code"], answer.Parameters.Select(pair => pair.Name));
    }

    [Fact]
    public async Task A_state_without_end_is_refused()
    {
        var answer = await OpenAsync(("state", new string('s', 4097)));

        Assert.Equal((302, "invalid_request"), (answer.Status, answer.Parameter("error")));
    }

    [Theory]
    [InlineData(null, "files.read notes.read notes.write")]
    [InlineData("openid email profile", "files.read notes.read notes.write")]
    [InlineData("notes.read offline_access unknown", "notes.read")]
    [InlineData("notes.write", "notes.read notes.write")]
    public async Task Scopes_are_never_invalid(string? asked, string offered)
    {
        var page = await OpenAsync(("scope", asked));

        var boxes = SiteBrowser.Fields(page).Where(field => field.Name == "scope").Select(field => field.Value);
        Assert.Equal(offered.Split(' '), boxes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_redirect_with_a_query_keeps_it()
    {
        using var other = await SiteClient.RegisterAsync(site, redirect: "http://127.0.0.1/cb?kept=1");
        var url = other.AuthorizeUrl(("redirect_uri", "http://127.0.0.1:5000/cb?kept=1"));

        var answer = await browser.ApproveAsync(await browser.OpenAsync(url));

        Assert.StartsWith(
            "http://127.0.0.1:5000/cb?kept=1&state=af0ifjsldkj&iss=",
            answer.Location,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_ring_of_stories_is_bounded()
    {
        var ring = site.Services.GetRequiredService<TraceRing>();
        var first = AspNetCore.Authorization.TransactionId.New();
        ring.Record(first, "the first");
        for (var number = 0; number < 1000; number++)
        {
            ring.Record(AspNetCore.Authorization.TransactionId.New(), "another");
        }

        for (var number = 0; number < 100; number++)
        {
            ring.Record(first, "again");
        }

        Assert.Equal(50, ring.Read(first).Count);
        Assert.DoesNotContain(ring.Read(first), step => step.What == "the first");
        await Task.CompletedTask;
    }

    private Task<SiteAnswer> OpenAsync(params IEnumerable<(string Name, string? Value)> changes) =>
        browser.OpenAsync(client.AuthorizeUrl(changes));
}
