using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.DemoCloud.Tests.Hosting;

public sealed class FaultTests : DemoCloudTest
{
    private const string User = "/ocs/v2.php/cloud/user";
    private const string Notes = "/index.php/apps/notes/api/v1/notes";
    private const string Home = "/remote.php/dav/files/alice/";

    [Theory]
    [InlineData(User, "application/json", "\"statuscode\":997")]
    [InlineData(Home, "application/xml", "NotAuthenticated")]
    [InlineData(Notes, "application/json", "\"message\":\"\"")]
    public async Task A_fault_answers_in_the_words_of_the_api_asked_and_only_as_often_as_told(
        string path,
        string type,
        string words
    )
    {
        Cloud.Faults.AnswerNext(1, path, DemoCloudFault.Unauthorized);

        using var spoilt = await Alice.SendAsync("GET", path);
        Assert.Equal(401, (int)spoilt.StatusCode);
        Assert.Equal(type, spoilt.Content.Headers.ContentType!.MediaType);
        Assert.Contains(
            words,
            await spoilt.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        using var next = await Alice.SendAsync("GET", path);
        Assert.Equal(200, (int)next.StatusCode);
    }

    [Fact]
    public async Task An_unreachable_cloud_cuts_the_connection_and_comes_back()
    {
        Cloud.Faults.Unreachable = true;
        _ = await Assert.ThrowsAsync<HttpRequestException>(() => Alice.SendAsync("GET", User));

        Cloud.Faults.Unreachable = false;
        _ = await Alice.JsonAsync("GET", User);
        Assert.Contains(Cloud.Requests.All, request => request is { Path: User, Status: 0 });
    }

    [Fact]
    public async Task A_held_request_waits_for_its_gate()
    {
        var gate = Cloud.Faults.HoldNext(request => request.Path == User);
        var held = Alice.SendAsync("GET", User);
        var reached = await gate.ReachedAsync(TestContext.Current.CancellationToken);
        Assert.Equal("GET", reached.Method);
        Assert.False(held.IsCompleted);

        gate.Open();
        using var answer = await held;
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Revoked_app_passwords_are_dead_at_once()
    {
        var secret = await Cloud.CreateAppPasswordAsync("alice", "Phone", TestContext.Current.CancellationToken);
        using var phone = new CloudClient(Cloud.Address, "alice", secret);
        _ = await phone.JsonAsync("GET", User);

        await Cloud.RevokeAppPasswordsAsync("alice", TestContext.Current.CancellationToken);
        _ = await phone.JsonAsync("GET", User, status: 401);
    }

    [Fact]
    public async Task A_person_can_revoke_a_device_on_the_security_page()
    {
        var secret = await Cloud.CreateAppPasswordAsync("alice", "Phone", TestContext.Current.CancellationToken);
        using var browser = new LoginFlow.PlainBrowser();
        await browser.OpenAsync(Cloud.Address + "/");
        await browser.PressAsync("Log in", ("user", "alice"), ("password", "alice"));
        Assert.Contains("Phone", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Revoke");
        Assert.Contains("None yet", browser.Text, StringComparison.Ordinal);
        using var phone = new CloudClient(Cloud.Address, "alice", secret);
        _ = await phone.JsonAsync("GET", User, status: 401);
    }

    [Fact]
    public async Task The_log_tells_who_asked_with_what_and_holds_no_secret()
    {
        var secret = await Cloud.CreateAppPasswordAsync("bob", "Phone", TestContext.Current.CancellationToken);
        using var phone = new CloudClient(Cloud.Address, "bob", secret);
        Cloud.Requests.Clear();
        _ = await phone.JsonAsync("GET", User + "?format=json");
        using var cookie = await phone.SendAsync("GET", "/status.php", null, ("Cookie", "a=b"));

        // A line is written after its answer.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (Cloud.Requests.All.Count < 2)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Equal(
            new LoggedRequest(
                "GET",
                User,
                "?format=json",
                "bob",
                "Example MCP Server",
                200,
                "Basic",
                SentCookies: false
            ),
            Cloud.Requests.All[0]
        );
        Assert.True(Cloud.Requests.All[1].SentCookies);
        Assert.All(
            Cloud.Requests.All,
            request => Assert.DoesNotContain(secret, request.ToString(), StringComparison.Ordinal)
        );
    }
}
