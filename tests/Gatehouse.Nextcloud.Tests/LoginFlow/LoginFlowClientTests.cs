using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.LoginFlow;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.LoginFlow;

public sealed class LoginFlowClientTests : CloudTest
{
    private const string Init = "/index.php/login/v2";

    private LoginFlowClient Flow => new(Transport, CloudAddress.Parse(Cloud.Address));

    [Fact]
    public async Task A_flow_starts_is_pending_and_is_granted_once()
    {
        Cloud.Play("login-flow-v2", "01-init");
        Cloud
            .Play("login-flow-v2", "02-poll-pending")
            .Play("login-flow-v2", "10-poll-granted")
            .Play("login-flow-v2", "11-poll-again-after-grant");

        var start = await Flow.StartAsync("Gatehouse: Claude Code (127.0.0.1) K7QM", Token);
        var pending = await Flow.PollAsync(start, Token);
        var granted = await Flow.PollAsync(start, Token);
        var after = await Flow.PollAsync(start, Token);

        Assert.StartsWith(Cloud.Address + "/login/v2/flow/", start.LoginUrl, StringComparison.Ordinal);
        Assert.Equal("Gatehouse: Claude Code (127.0.0.1) K7QM", Cloud.Requests[0].Header("User-Agent"));
        Assert.Null(Cloud.Requests[0].Header("Authorization"));
        Assert.Equal("token=" + RecordedCloud.SecretOf("poll-token"), Cloud.Requests[1].BodyText);
        Assert.Equal("application/x-www-form-urlencoded", Cloud.Requests[1].Header("Content-Type"));
        Assert.IsType<LoginFlowPoll.Pending>(pending);
        Assert.Equal(
            new LoginFlowPoll.Granted(
                Cloud.Address,
                "alice",
                AppPassword.Parse(RecordedCloud.SecretOf("alice-app-password"))
            ),
            granted
        );
        Assert.IsType<LoginFlowPoll.Pending>(after);
    }

    [Fact]
    public async Task No_secret_of_a_flow_is_ever_written_out()
    {
        Cloud.Play("login-flow-v2", "01-init").Play("login-flow-v2", "10-poll-granted");

        var start = await Flow.StartAsync("Gatehouse", Token);
        var granted = await Flow.PollAsync(start, Token);

        Assert.DoesNotContain(RecordedCloud.SecretOf("poll-token"), start.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            RecordedCloud.SecretOf("alice-app-password"),
            granted.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("https://evil.example", "/login/v2/flow/x", "https://evil.example")]
    [InlineData("http://127.0.0.1:1", "/login/v2/flow/x", "http://127.0.0.1:1")]
    [InlineData(null, "/nextcloud/login/v2/flow/x", "/nextcloud")]
    [InlineData(null, "/elsewhere?/login/v2/flow/x", "")]
    public async Task A_cloud_that_announces_another_address_is_named_with_the_settings_that_help(
        string? origin,
        string path,
        string shown
    )
    {
        var login = (origin ?? Cloud.Address) + path;
        Cloud.Answer("POST", Init, 200, "application/json", InitJson(login, Cloud.Address + "/login/v2/poll"));

        var error = await ErrorOf(() => Flow.StartAsync("Gatehouse", Token));

        Assert.Equal(NextcloudErrorKind.AddressMismatch, error.Kind);
        Assert.Contains(shown, error.Summary, StringComparison.Ordinal);
        Assert.Contains(Cloud.Address, error.Summary, StringComparison.Ordinal);
        Assert.Contains("overwrite.cli.url", error.NextStep, StringComparison.Ordinal);
        Assert.Contains("overwriteprotocol", error.NextStep, StringComparison.Ordinal);
        Assert.DoesNotContain("flow/x", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_not_polled_elsewhere()
    {
        Cloud.Answer(
            "POST",
            Init,
            200,
            "application/json",
            InitJson(Cloud.Address + "/login/v2/flow/x", "https://evil.example/login/v2/poll")
        );

        Assert.Equal(
            NextcloudErrorKind.AddressMismatch,
            (await ErrorOf(() => Flow.StartAsync("Gatehouse", Token))).Kind
        );
        var forged = new LoginFlowStart(PollToken.Parse("t"), "https://evil.example/login/v2/poll", Cloud.Address);
        Assert.Equal(NextcloudErrorKind.AddressMismatch, (await ErrorOf(() => Flow.PollAsync(forged, Token))).Kind);
        Assert.Single(Cloud.Requests);
    }

    [Fact]
    public async Task An_internal_address_is_called_while_people_see_the_public_one()
    {
        Assert.True(CloudAddress.TryParse("https://cloud.example.com", Cloud.Address, out var address, out _));
        var flow = new LoginFlowClient(Transport, address);
        const string poll = "https://cloud.example.com/login/v2/poll";
        Cloud.Answer(
            "POST",
            Init,
            200,
            "application/json",
            InitJson("https://cloud.example.com/login/v2/flow/x", poll)
        );
        Cloud.Play("login-flow-v2", "02-poll-pending");

        var start = await flow.StartAsync("Gatehouse", Token);
        await flow.PollAsync(start, Token);

        Assert.Equal("https://cloud.example.com/login/v2/flow/x", start.LoginUrl);
        Assert.All(Cloud.Requests, r => Assert.Equal("cloud.example.com", r.Header("Host")));
    }

    [Fact]
    public async Task A_cloud_under_a_path_is_signed_in_to()
    {
        await using var cloud = await RecordedCloud.StartAsync("/nextcloud", Token);
        var flow = new LoginFlowClient(Transport, CloudAddress.Parse(cloud.Address));
        cloud.Play("login-flow-v2", "01-init").Play("login-flow-v2", "10-poll-granted");

        var start = await flow.StartAsync("Gatehouse", Token);

        Assert.StartsWith(cloud.Address + "/login/v2/flow/", start.LoginUrl, StringComparison.Ordinal);
        Assert.IsType<LoginFlowPoll.Granted>(await flow.PollAsync(start, Token));
    }

    [Fact]
    public async Task Maintenance_is_said()
    {
        Cloud.Play("errors", "40-503-maintenance-login-v2");

        var error = await ErrorOf(() => Flow.StartAsync("Gatehouse", Token));

        Assert.Equal((NextcloudErrorKind.Maintenance, TimeSpan.FromSeconds(120)), (error.Kind, error.RetryAfter));
    }

    [Fact]
    public async Task A_page_in_place_of_json_is_said()
    {
        Cloud.Answer(
            "POST",
            Init,
            200,
            "text/html; charset=utf-8",
            "<html><body>Welcome to the hotel wifi</body></html>"
        );

        Assert.Equal(
            NextcloudErrorKind.UnexpectedAnswer,
            (await ErrorOf(() => Flow.StartAsync("Gatehouse", Token))).Kind
        );
    }

    [Fact]
    public async Task A_restricted_client_names_the_setting()
    {
        Cloud.Answer("POST", Init, 403, "application/json", "[]");

        Assert.Contains(
            "allowed_user_agents",
            (await ErrorOf(() => Flow.StartAsync("Gatehouse", Token))).NextStep,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Something_that_is_no_Nextcloud_is_said()
    {
        Cloud.Answer("POST", Init, 404, "text/html", "not found");

        Assert.Contains(
            "There is no Nextcloud at",
            (await ErrorOf(() => Flow.StartAsync("Gatehouse", Token))).Summary,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_throttled_poll_is_a_typed_error_and_a_forbidden_one_ends_the_flow()
    {
        const string poll = "/login/v2/poll";
        Cloud
            .Answer("POST", poll, 429, "text/html", "")
            .Answer("POST", poll, 403, "application/json", "[]")
            .Answer("POST", poll, 404, "text/html", "");
        var start = new LoginFlowStart(PollToken.Parse("t"), Cloud.Address + poll, Cloud.Address + "/login/v2/flow/x");

        Assert.Equal(NextcloudErrorKind.RateLimited, (await ErrorOf(() => Flow.PollAsync(start, Token))).Kind);
        Assert.IsType<LoginFlowPoll.Refused>(await Flow.PollAsync(start, Token));
        Assert.Equal(NextcloudErrorKind.UnexpectedAnswer, (await ErrorOf(() => Flow.PollAsync(start, Token))).Kind);
    }

    [Fact]
    public async Task A_poll_under_way_is_not_cancelled_because_the_answer_is_told_only_once()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var filled = Recording.Load("login-flow-v2", "10-poll-granted");
        Cloud.Answer(
            "POST",
            "/login/v2/poll",
            async context =>
            {
                await caller.CancelAsync();
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync(filled.Response.Body.AsMemory(), context.RequestAborted);
            }
        );
        var start = new LoginFlowStart(
            PollToken.Parse("t"),
            Cloud.Address + "/login/v2/poll",
            Cloud.Address + "/login/v2/flow/x"
        );

        Assert.IsType<LoginFlowPoll.Granted>(await Flow.PollAsync(start, caller.Token));
        await Assert.ThrowsAsync<OperationCanceledException>(() => Flow.PollAsync(start, caller.Token));
    }

    [Fact]
    public async Task A_user_agent_is_printable_and_short()
    {
        Cloud.Play("login-flow-v2", "01-init");

        await Flow.StartAsync("Gatehouse: Zoë's \r\nclient " + new string('x', 200), Token);

        var sent = Cloud.LastRequest.Header("User-Agent")!;
        Assert.StartsWith("Gatehouse: Zo?'s ??client xxx", sent, StringComparison.Ordinal);
        Assert.Equal(100, sent.Length);
    }

    private static string InitJson(string login, string poll) =>
        $$"""{"poll":{"token":"t","endpoint":"{{poll}}"},"login":"{{login}}"}""";
}
