using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.Tokens;

public sealed class RevocationTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteClient client = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_installation_signs_out_and_the_others_stay(bool byRefreshToken)
    {
        var stays = await client.ConnectAsync();
        var goes = await client.ConnectAsync();

        var answer = await client.RevokeAsync(byRefreshToken ? goes.RefreshToken : goes.AccessToken);

        Assert.Equal(200, answer.Status);
        Assert.Equal(401, (await client.CallAsync(goes.AccessToken)).Status);
        Assert.Equal("invalid_grant", (await client.RefreshAsync(goes.RefreshToken)).Error);
        Assert.Equal(200, (await client.CallAsync(stays.AccessToken)).Status);
        Assert.Equal(200, (await client.RefreshAsync(stays.RefreshToken)).Status);
    }

    [Fact]
    public async Task The_last_installation_ends_the_connection_and_its_credential()
    {
        var first = await client.ConnectAsync();
        var last = await client.ConnectAsync();
        await Background.DeletionsAsync(site);
        await client.RevokeAsync(first.RefreshToken);
        await Background.DeletionsAsync(site);
        Assert.Equal(["credential-1"], site.SignIn.Deleted);

        await client.RevokeAsync(last.AccessToken);
        await Background.DeletionsAsync(site);

        Assert.Equal(["credential-1", "credential-2"], site.SignIn.Deleted);
    }

    [Fact]
    public async Task A_code_that_may_still_be_redeemed_keeps_the_connection()
    {
        var first = await client.ConnectAsync();
        var code = await client.SignInAsync();

        await client.RevokeAsync(first.RefreshToken);

        Assert.Equal(200, (await client.RedeemAsync(code)).Status);
    }

    [Fact]
    public async Task Another_client_cannot_sign_somebody_out()
    {
        using var thief = await SiteClient.RegisterAsync(site, "Thief");
        var tokens = await client.ConnectAsync();

        Assert.Equal("invalid_grant", (await thief.RevokeAsync(tokens.RefreshToken)).Error);
        Assert.Equal("invalid_grant", (await thief.RevokeAsync(tokens.AccessToken)).Error);

        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
    }

    [Theory]
    [InlineData("token", "unknown", 200, null)]
    [InlineData("token", null, 400, "invalid_request")]
    [InlineData("client_id", "somebody", 401, "invalid_client")]
    [InlineData("token_type_hint", "nonsense", 200, null)]
    public async Task Requests_are_answered_as_rfc_7009_says(string name, string? value, int status, string? error)
    {
        var tokens = await client.ConnectAsync();

        var answer = await client.RevokeAsync(tokens.RefreshToken, (name, value));

        Assert.Equal((status, error), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_confidential_client_must_show_its_secret_here_too()
    {
        using var server = await SiteClient.RegisterAsync(site, "Server", method: "client_secret_post");
        var tokens = await server.ConnectAsync();

        Assert.Equal("invalid_client", (await server.RevokeAsync(tokens.RefreshToken, ("client_secret", null))).Error);
        Assert.Equal(200, (await server.CallAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task A_store_that_is_away_is_503_and_the_token_still_lives()
    {
        var tokens = await client.ConnectAsync();
        site.Stores.Break("RevokeFamily");

        Assert.Equal(
            (503, "temporarily_unavailable"),
            (
                (await client.RevokeAsync(tokens.RefreshToken)).Status,
                (await client.RevokeAsync(tokens.RefreshToken)).Error
            )
        );

        site.Stores.Mend();
        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
        Assert.Equal(200, (await client.RevokeAsync(tokens.RefreshToken)).Status);
    }

    [Fact]
    public async Task A_revoked_connection_ends_every_family_at_once_and_is_written_down()
    {
        var connection = await ConnectionOfAsync();
        var registry = site.Services.GetRequiredService<ConnectionRegistry>();

        Assert.True(await registry.RevokeAsync(connection.Id, "the test says so"));
        Assert.False(await registry.RevokeAsync(connection.Id, "again"));

        var log = await site
            .Services.GetRequiredService<IAuditLog>()
            .ListAsync(new AuditQuery(10), TestContext.Current.CancellationToken);
        Assert.Contains(log, entry => entry is { Event: "connection.revoked", Detail: "the test says so" });
    }

    [Fact]
    public async Task Signing_in_after_a_revocation_makes_a_new_connection()
    {
        var before = await ConnectionOfAsync();
        await site.Services.GetRequiredService<ConnectionRegistry>().RevokeAsync(before.Id, "test");

        var tokens = await client.ConnectAsync();

        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
        Assert.NotEqual(before.Id, (await ListAsync()).Single().Id);
    }

    [Fact]
    public async Task A_code_of_a_connection_revoked_meanwhile_is_worth_nothing()
    {
        var code = await client.SignInAsync();
        var connection = (await ListAsync()).Single();
        await site.Services.GetRequiredService<ConnectionRegistry>().RevokeAsync(connection.Id, "test");

        Assert.Equal("invalid_grant", (await client.RedeemAsync(code)).Error);
    }

    private async Task<Connection> ConnectionOfAsync()
    {
        await client.ConnectAsync();
        return (await ListAsync()).Single();
    }

    private Task<IReadOnlyList<Connection>> ListAsync() =>
        site
            .Services.GetRequiredService<IConnectionStore>()
            .ListAsync(new Person("https://door.example.com", "alice", "").Key, TestContext.Current.CancellationToken);
}
