using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Hosting.Tests.Accounts;

/// <summary>A Nextcloud behind another sign-in: linked once in the same trip, kept for the person, ended when the cloud refuses it for good.</summary>
public sealed class LinkedAccountTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);
    private static readonly Person Alice = new("https://door.example.com", "4711", "Alice of the door");

    private string? accountName = "alice";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_sign_in_links_it_and_tools_work_with_it()
    {
        await using var trip = await StartAsync();

        await trip.ConnectAsync();

        await using var mcp = await McpAsync(trip);
        Assert.True((await mcp.CallToolAsync("list_notes", cancellationToken: Token)).IsError is not true);
        Assert.Single(trip.Cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task A_second_client_needs_no_Nextcloud_page_any_more()
    {
        await using var trip = await StartAsync();
        await trip.ConnectAsync();

        var walk = trip.NewWalk();
        await walk.OpenAsync(trip.Client.NewAuthorizationUrl(), Token);
        await walk.AllowAsync(Token);

        Assert.NotNull(walk.Tab.Left);
        Assert.Single(trip.Cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task Revoking_a_connection_leaves_it()
    {
        await using var trip = await StartAsync();
        await trip.ConnectAsync();

        await trip.Client.RevokeAsync(Token);
        await trip.TurnUntilAsync(async () => (await LivingAsync(trip)).Count == 0, Turn);

        Assert.NotNull(await LinkAsync(trip));
        Assert.Single(trip.Cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task The_account_of_somebody_else_is_refused_and_its_app_password_deleted()
    {
        accountName = "bob";
        await using var trip = await StartAsync();
        var walk = await trip.AllowAsync();
        await walk.GrantAsync(Token);

        await walk.Tab.RefreshAsync(Token);

        Assert.Contains("not yours to link", walk.Tab.Heading, StringComparison.Ordinal);
        Assert.Null(await LinkAsync(trip));
        Assert.Empty(trip.Cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task A_device_the_person_deleted_ends_the_link_and_all_that_works_with_it()
    {
        await using var trip = await StartAsync();
        await trip.ConnectAsync();
        await using var mcp = await McpAsync(trip);

        await trip.Cloud.RevokeAppPasswordsAsync("alice", Token);
        Assert.True((await mcp.CallToolAsync("list_notes", cancellationToken: Token)).IsError);
        await trip.TurnUntilAsync(async () => await LinkAsync(trip) is null, Turn);
        await trip.TurnUntilAsync(async () => (await LivingAsync(trip)).Count == 0, Turn);

        Assert.Equal("invalid_grant", (await trip.Client.RefreshAsync(Token)).Error);
    }

    private static Task<StoredLink?> LinkAsync(Trip trip) =>
        trip.Host.Services.GetRequiredService<AccountLinks>().FindAsync(Alice.Key, Token);

    private static Task<IReadOnlyList<Connection>> LivingAsync(Trip trip) =>
        trip.Host.Services.GetRequiredService<IConnectionStore>().ListAsync(Alice.Key, Token);

    private Task<Trip> StartAsync() =>
        Trip.StartAsync(options =>
        {
            var watch = options.Services;
            options.Gatehouse = gatehouse => gatehouse.LinkedSignIn = NextcloudHostingExtensions.SignInName;
            options.Services = services =>
            {
                watch?.Invoke(services);
                services.AddSingleton<ISignIn>(
                    new ScriptedSignIn
                    {
                        Start = _ => new SignInStep.SignedIn(Alice, Credential: null) { AccountName = accountName },
                    }
                );
            };
        });

    private static Task<McpClient> McpAsync(Trip trip) =>
        McpClient.CreateAsync(
            new HttpClientTransport(
                new HttpClientTransportOptions
                {
                    Endpoint = new Uri(trip.Host.Mcp),
                    AdditionalHeaders = new Dictionary<string, string>
                    {
                        ["Authorization"] = $"Bearer {trip.Client.AccessToken}",
                    },
                }
            ),
            cancellationToken: Token
        );
}
