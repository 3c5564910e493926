using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Sessions;

/// <summary>Sessions of the MCP transport, on the real SDK: they carry no authority and survive their server.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-sessions-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_session_is_for_its_connection_and_does_not_exist_for_any_other()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var other = await SiteClient.RegisterAsync(site, "Other");
        var alice = (await client.ConnectAsync()).AccessToken;
        var samePerson = (await other.ConnectAsync()).AccessToken;
        site.SignIn.Who = "bob";
        var bob = (await client.ConnectAsync()).AccessToken;
        var session = await SessionSite.BeginAsync(client, alice);

        foreach (var stranger in new[] { bob, samePerson })
        {
            Assert.Equal(404, (await SessionSite.SendAsync(client, "POST", stranger, session)).Status);
            Assert.Equal(404, (await SessionSite.SendAsync(client, "GET", stranger, session)).Status);
            Assert.Equal(404, (await SessionSite.SendAsync(client, "DELETE", stranger, session)).Status);
        }

        Assert.Equal(200, (await SessionSite.SendAsync(client, "POST", alice, session)).Status);
    }

    [Fact]
    public async Task A_new_sign_in_of_the_same_connection_goes_on_with_its_session()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var session = await SessionSite.BeginAsync(client, (await client.ConnectAsync()).AccessToken);

        Assert.Equal(
            200,
            (await SessionSite.SendAsync(client, "POST", (await client.ConnectAsync()).AccessToken, session)).Status
        );
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task An_unknown_session_is_404_so_that_the_client_begins_anew(string session)
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);

        Assert.Equal(
            404,
            (await SessionSite.SendAsync(client, "POST", (await client.ConnectAsync()).AccessToken, session)).Status
        );
    }

    [Fact]
    public async Task A_session_without_a_token_is_challenged_as_everything_else()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var session = await SessionSite.BeginAsync(client, (await client.ConnectAsync()).AccessToken);

        Assert.Equal(401, (await SessionSite.SendAsync(client, "POST", null, session)).Status);
    }

    [Fact]
    public async Task A_session_goes_on_after_a_restart_for_its_connection_only()
    {
        string id;
        string alice;
        string bob;
        string session;
        await using (var before = await StartAsync())
        {
            using var client = await SiteClient.RegisterAsync(before);
            id = client.Id;
            alice = (await client.ConnectAsync()).AccessToken;
            before.SignIn.Who = "bob";
            bob = (await client.ConnectAsync()).AccessToken;
            session = await SessionSite.BeginAsync(client, alice);
        }

        await using var after = await StartAsync();
        using var same = SiteClient.Of(after, id);

        Assert.Equal(404, (await SessionSite.SendAsync(same, "POST", bob, session)).Status);
        Assert.Equal(200, (await SessionSite.SendAsync(same, "POST", alice, session)).Status);
        Assert.Equal(404, (await SessionSite.SendAsync(same, "POST", bob, session)).Status);
    }

    [Fact]
    public async Task A_session_is_taken_up_by_another_node()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        using var here = await SiteClient.RegisterAsync(one);
        using var there = SiteClient.Of(two, here.Id);
        var token = (await here.ConnectAsync()).AccessToken;
        var session = await SessionSite.BeginAsync(here, token);

        Assert.Equal(200, (await SessionSite.SendAsync(there, "POST", token, session)).Status);
        Assert.Equal(200, (await SessionSite.SendAsync(here, "POST", token, session)).Status);
    }

    [Fact]
    public async Task A_store_that_is_away_is_503_and_not_the_end_of_the_session()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var token = (await client.ConnectAsync()).AccessToken;
        site.Stores.Break("ISessionStore");

        var answer = await SessionSite.SendAsync(client, "POST", token, "not-in-memory");

        Assert.Equal((503, "temporarily_unavailable"), (answer.Status, answer.Error));
    }

    private Task<Site> StartAsync() => SessionSite.StartAsync(folder);
}
