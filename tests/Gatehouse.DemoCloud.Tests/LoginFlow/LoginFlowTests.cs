using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.DemoCloud.Tests.LoginFlow;

public sealed class LoginFlowTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly PlainBrowser browser = new();
    private DemoCloudServer cloud = null!;
    private CloudClient client = null!;
    private JsonNode flow = null!;

    public async ValueTask InitializeAsync()
    {
        cloud = await DemoCloudServer.StartAsync(
            new DemoCloudOptions { TimeProvider = time, BasePath = "/nextcloud" },
            TestContext.Current.CancellationToken
        );
        client = new CloudClient(cloud.Address);
        flow = await client.JsonAsync("POST", "/index.php/login/v2");
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        client.Dispose();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_person_logs_in_and_grants_and_the_client_gets_a_working_app_password_once()
    {
        await PollAsync(404);
        await OpenGrantPageAsync("alice");
        Assert.Contains("Alice Example (alice)", browser.Text, StringComparison.Ordinal);
        Assert.Contains("grant Example MCP Server access", browser.Text, StringComparison.Ordinal);
        await PollAsync(404);

        await browser.PressAsync("Grant access");
        Assert.Equal("Account connected", browser.Heading);

        var granted = await PollAsync(200);
        Assert.Equal(cloud.Address, granted["server"]!.ToString());
        Assert.Equal("alice", granted["loginName"]!.ToString());
        await PollAsync(404);

        using var api = new CloudClient(cloud.Address, "alice", granted["appPassword"]!.ToString());
        var user = await api.JsonAsync("GET", "/ocs/v2.php/cloud/user");
        Assert.Equal("alice", user["ocs"]!["data"]!["id"]!.ToString());
        Assert.Equal(["Example MCP Server"], cloud.AppPasswordNames("alice"));

        _ = await api.JsonAsync("DELETE", "/ocs/v2.php/core/apppassword");
        _ = await api.JsonAsync("GET", "/ocs/v2.php/cloud/user", status: 401);
        Assert.Empty(cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task A_denied_flow_stays_unfinished_for_the_poller_and_its_page_is_dead()
    {
        await OpenGrantPageAsync("bob");
        await browser.PressAsync("Deny");

        Assert.Equal("Access denied", browser.Heading);
        await PollAsync(404);
        Assert.Empty(cloud.AppPasswordNames("bob"));
        await browser.OpenAsync(flow["login"]!.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_the_second_try_goes_on_to_the_grant_page()
    {
        await browser.OpenAsync(flow["login"]!.ToString());
        await browser.PressAsync("Log in");
        await browser.PressAsync("Log in", ("user", "alice"), ("password", "guess"));
        Assert.Equal("Wrong login or password.", browser.Page.QuerySelector("[role=alert]")!.TextContent);

        await browser.PressAsync("Log in", ("password", "alice"));
        Assert.Equal("Account access", browser.Heading);
    }

    [Fact]
    public async Task Somebody_else_can_log_in_from_the_grant_page()
    {
        await OpenGrantPageAsync("alice");
        await browser.PressAsync("Log in as somebody else");
        await browser.PressAsync("Log in", ("user", "bob"), ("password", "bob"));
        Assert.Contains("Bob Example (bob)", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Grant access");
        Assert.Equal("bob", (await PollAsync(200))["loginName"]!.ToString());
    }

    [Fact]
    public async Task An_existing_app_password_can_be_handed_in_without_logging_in()
    {
        var secret = await cloud.CreateAppPasswordAsync("alice", "Phone", TestContext.Current.CancellationToken);
        await browser.OpenAsync(flow["login"]!.ToString());
        await browser.PressAsync("Grant access", ("user", "alice"), ("password", secret));

        Assert.Equal("Account connected", browser.Heading);
        Assert.Equal(secret, (await PollAsync(200))["appPassword"]!.ToString());
    }

    [Fact]
    public async Task A_flow_lives_twenty_minutes()
    {
        await OpenGrantPageAsync("alice");
        time.Advance(TimeSpan.FromMinutes(20));
        await browser.PressAsync("Grant access");

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await PollAsync(404);
        Assert.Empty(cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task A_login_form_without_the_token_of_its_page_is_refused()
    {
        await browser.OpenAsync(cloud.Address + "/login");
        await browser.PressAsync("Log in", ("user", "alice"), ("password", "alice"), ("requesttoken", "x:y"));

        Assert.Equal("Log in", browser.Heading);
        Assert.Contains("too old", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_form_sent_from_another_site_is_refused()
    {
        await browser.OpenAsync(cloud.Address + "/login");
        browser.Origin = "https://evil.example";
        await browser.PressAsync("Log in", ("user", "alice"), ("password", "alice"));

        Assert.Equal("Log in", browser.Heading);
        Assert.Contains("not sent from this page", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Logging_in_never_leads_to_another_host(string target)
    {
        await browser.OpenAsync($"{cloud.Address}/login?redirect_url={Uri.EscapeDataString(target)}");
        await browser.PressAsync("Log in", ("user", "alice"), ("password", "alice"));

        Assert.StartsWith(cloud.Address, browser.Address.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cloud_can_announce_another_address_than_its_own()
    {
        await using var misconfigured = await DemoCloudServer.StartAsync(
            new DemoCloudOptions { AnnouncedUrl = "https://cloud.example.com/" },
            TestContext.Current.CancellationToken
        );
        using var other = new CloudClient(misconfigured.Address);
        var started = await other.JsonAsync("POST", "/index.php/login/v2");

        Assert.Equal("https://cloud.example.com/login/v2/poll", started["poll"]!["endpoint"]!.ToString());
        Assert.StartsWith(
            "https://cloud.example.com/login/v2/flow/",
            started["login"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    private async Task OpenGrantPageAsync(string user)
    {
        await browser.OpenAsync(flow["login"]!.ToString());
        await browser.PressAsync("Log in");
        await browser.PressAsync("Log in", ("user", user), ("password", user));
        Assert.Equal("Account access", browser.Heading);
    }

    private async Task<JsonNode> PollAsync(int status)
    {
        using var form = new FormUrlEncodedContent([new("token", flow["poll"]!["token"]!.ToString())]);
        return await client.JsonAsync("POST", "/login/v2/poll", form, status);
    }
}
