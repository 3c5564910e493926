using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Protection;

public sealed class CorsTests
{
    private const string Inspector = "https://inspector.example.com";
    private const string Foreign = "https://chat.example.org";

    public static TheoryData<string, string> Open =>
        new()
        {
            { "GET", "/.well-known/oauth-protected-resource/mcp" },
            { "GET", "/.well-known/oauth-protected-resource" },
            { "GET", "/.well-known/oauth-authorization-server" },
            { "GET", "/.well-known/openid-configuration" },
            { "GET", "/.well-known/jwks.json" },
            { "POST", "/register" },
            { "POST", "/token" },
            { "POST", "/revoke" },
            { "POST", "/device_authorization" },
        };

    public static TheoryData<string> Pages =>
        ["/authorize", "/consent", "/device", "/signin/ZZZZZ-ZZZZZ", "/signin/ZZZZZ-ZZZZZ/state"];

    [Theory]
    [MemberData(nameof(Open))]
    public async Task A_preflight_of_any_page_is_answered(string method, string path)
    {
        await using var site = await StartAsync();

        var answer = await PreflightAsync(
            site,
            path,
            Foreign,
            method,
            "authorization,content-type,mcp-protocol-version"
        );

        Assert.Equal(204, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Contains(method, answer.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Equal(
            "authorization,content-type,mcp-protocol-version",
            answer.Header("Access-Control-Allow-Headers")?.Replace(" ", "", StringComparison.Ordinal)
        );
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task An_answer_can_be_read_by_any_page_even_when_it_is_an_error(string method, string path)
    {
        await using var site = await StartAsync();

        var answer = await SendAsync(site, method, path, Foreign);

        Assert.Equal(method == "GET" ? 200 : 400, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Contains("WWW-Authenticate", answer.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_pages_for_people_are_readable_by_no_other_page(string path)
    {
        await using var site = await StartAsync();

        foreach (var origin in new[] { Foreign, Inspector })
        {
            foreach (
                var answer in new[]
                {
                    await SendAsync(site, "GET", path, origin),
                    await PreflightAsync(site, path, origin, "POST", "content-type"),
                }
            )
            {
                Assert.DoesNotContain(answer.Headers, header => IsCors(header.Key));
            }
        }
    }

    [Fact]
    public async Task A_page_that_is_not_allowed_gets_403_at_the_resource_and_may_not_read_it()
    {
        await using var site = await StartAsync();

        foreach (
            var answer in new[]
            {
                await SendAsync(site, "POST", "/mcp", Foreign),
                await PreflightAsync(site, "/mcp", Foreign, "POST", "authorization"),
            }
        )
        {
            Assert.Equal(403, answer.Status);
            Assert.DoesNotContain(answer.Headers, header => IsCors(header.Key));
        }
    }

    [Fact]
    public async Task An_allowed_page_reads_the_challenge()
    {
        await using var site = await StartAsync();

        var preflight = await PreflightAsync(site, "/mcp", Inspector, "POST", "authorization,mcp-session-id");
        var answer = await SendAsync(site, "POST", "/mcp", Inspector);

        Assert.Equal((204, Inspector), (preflight.Status, preflight.Header("Access-Control-Allow-Origin")));
        Assert.Equal((401, Inspector), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
        Assert.NotNull(answer.Header("WWW-Authenticate"));
        Assert.Equal("WWW-Authenticate,Mcp-Session-Id,Retry-After", answer.Header("Access-Control-Expose-Headers"));
        Assert.Equal("Origin", answer.Header("Vary"));
        Assert.Equal(0, site.Reached);
    }

    [Fact]
    public async Task An_allowed_page_calls_the_resource_with_its_token()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var token = (await client.ConnectAsync()).AccessToken;

        var answer = await SendAsync(site, "POST", "/mcp", Inspector, ("Authorization", $"Bearer {token}"));

        Assert.Equal((200, Inspector), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Clients_that_are_no_page_hear_nothing_of_it()
    {
        await using var site = await StartAsync();
        using var http = site.NewHttp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp");

        var answer = await SiteAnswer.OfAsync(http, request);

        Assert.DoesNotContain(answer.Headers, header => IsCors(header.Key));
    }

    private static bool IsCors(string header) =>
        header.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase);

    private static Task<Site> StartAsync() =>
        Site.StartAsync(new SiteOptions { Gatehouse = options => options.AllowedOrigins.Add(Inspector) });

    private static Task<SiteAnswer> PreflightAsync(
        Site site,
        string path,
        string origin,
        string method,
        string headers
    ) =>
        SendAsync(
            site,
            "OPTIONS",
            path,
            origin,
            ("Access-Control-Request-Method", method),
            ("Access-Control-Request-Headers", headers)
        );

    private static async Task<SiteAnswer> SendAsync(
        Site site,
        string method,
        string path,
        string origin,
        params IEnumerable<(string Name, string Value)> headers
    )
    {
        using var http = site.NewHttp();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers.Prepend(("Origin", origin)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SiteAnswer.OfAsync(http, request);
    }
}
