using Gatehouse.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Hosting.Tests.Accounts;

/// <summary>The life of an app password: replaced, revoked, refused, and deleted at the cloud in each case.</summary>
public sealed class CredentialLifeTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_app_password_of_an_earlier_sign_in_is_deleted_at_the_cloud()
    {
        await using var trip = await Trip.StartAsync();
        await trip.ConnectAsync();
        var first = trip.Cloud.AppPasswordNames("alice").Single();

        await trip.ConnectAsync();
        await trip.TurnUntilAsync(() => trip.Cloud.AppPasswordNames("alice").Count == 1, Turn);

        Assert.DoesNotContain(first, trip.Cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task Signing_out_deletes_it_once_the_cloud_is_back()
    {
        await using var trip = await Trip.StartAsync();
        await trip.ConnectAsync();
        trip.Cloud.Faults.Unreachable = true;
        await trip.Client.RevokeAsync(Token);
        await trip.TurnUntilAsync(() => trip.Cloud.Requests.All.Any(IsFailedDeletion), Turn);
        Assert.Single(trip.Cloud.AppPasswordNames("alice"));

        trip.Cloud.Faults.Unreachable = false;
        await trip.TurnUntilAsync(() => trip.Cloud.AppPasswordNames("alice").Count == 0, Turn);
    }

    [Fact]
    public async Task A_refused_deletion_is_tried_again_and_the_app_password_goes_then()
    {
        await using var trip = await Trip.StartAsync();
        await trip.ConnectAsync();
        trip.Cloud.Faults.AnswerNext(1, "/ocs/v2.php/core/apppassword", DemoCloud.Hosting.DemoCloudFault.Unauthorized);
        await trip.Client.RevokeAsync(Token);

        // The user directory was away for one answer: the app password was there all the time.
        await trip.TurnUntilAsync(() => Deletions(trip).Contains(200), Turn);

        Assert.Equal([401, 200], Deletions(trip));
        Assert.Empty(trip.Cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task A_refused_deletion_counts_when_it_is_refused_again_an_hour_later()
    {
        await using var trip = await Trip.StartAsync();
        await trip.ConnectAsync();
        await trip.Cloud.RevokeAppPasswordsAsync("alice", Token);
        await trip.Client.RevokeAsync(Token);
        var began = trip.Time.GetUtcNow();

        await trip.TurnUntilAsync(() => trip.Host.Log.Lines.Any(IsDeleted), Turn);

        Assert.True(trip.Time.GetUtcNow() - began >= TimeSpan.FromHours(1));
        Assert.All(Deletions(trip), status => Assert.Equal(401, status));
    }

    [Fact]
    public async Task A_call_works_as_the_person_until_they_delete_the_device_and_the_second_refusal_ends_the_connection()
    {
        await using var trip = await Trip.StartAsync();
        await trip.ConnectAsync();
        await using var mcp = await McpAsync(trip);
        Assert.True((await ListNotesAsync(mcp)).IsError is not true);

        await trip.Cloud.RevokeAppPasswordsAsync("alice", Token);
        Assert.True((await ListNotesAsync(mcp)).IsError);
        Assert.NotEmpty(await LivingAsync(trip));
        await trip.TurnUntilAsync(async () => (await LivingAsync(trip)).Count == 0, Turn);

        Assert.Equal("invalid_grant", (await trip.Client.RefreshAsync(Token)).Error);
    }

    [Fact]
    public async Task A_connection_that_could_not_be_ended_because_the_store_was_away_is_ended_when_it_is_back()
    {
        await using var trip = await Trip.StartAsync();
        await trip.ConnectAsync();
        await using var mcp = await McpAsync(trip);
        await trip.Cloud.RevokeAppPasswordsAsync("alice", Token);
        Assert.True((await ListNotesAsync(mcp)).IsError);

        trip.Stores.Break("IConnectionStore.RevokeAsync");
        await trip.TurnUntilAsync(
            () => trip.Stores.Calls.Contains("IConnectionStore.RevokeAsync", StringComparer.Ordinal),
            Turn
        );
        Assert.NotEmpty(await LivingAsync(trip));
        trip.Stores.Mend();

        await trip.TurnUntilAsync(async () => (await LivingAsync(trip)).Count == 0, Turn);
    }

    [Fact]
    public async Task A_refusal_of_the_old_app_password_does_not_touch_the_new_one()
    {
        await using var trip = await Trip.StartAsync();
        await trip.ConnectAsync();
        await using var mcp = await McpAsync(trip);
        await trip.Cloud.RevokeAppPasswordsAsync("alice", Token);
        Assert.True((await ListNotesAsync(mcp)).IsError);

        await trip.ConnectAsync();
        trip.Time.Advance(TimeSpan.FromSeconds(61));
        await trip.TurnUntilAsync(
            () => trip.Host.Log.Lines.Any(line => line.Contains("retired", StringComparison.OrdinalIgnoreCase)),
            Turn
        );

        Assert.NotEmpty(await LivingAsync(trip));
        await using var again = await McpAsync(trip);
        Assert.True((await ListNotesAsync(again)).IsError is not true);
    }

    private static IEnumerable<int> Deletions(Trip trip) =>
        trip.Cloud.Requests.All.Where(request => request.Method == "DELETE").Select(request => request.Status);

    private static bool IsDeleted(string line) => line.Contains("DeletionWorker[1600]", StringComparison.Ordinal);

    private static bool IsFailedDeletion(DemoCloud.Hosting.LoggedRequest request) =>
        request is { Method: "DELETE", Status: 0 } && request.Path.EndsWith("/apppassword", StringComparison.Ordinal);

    private static Task<IReadOnlyList<Connection>> LivingAsync(Trip trip) =>
        trip
            .Host.Services.GetRequiredService<IConnectionStore>()
            .ListAsync(new Person(trip.Cloud.Address, "alice", "").Key, Token);

    private static async Task<ModelContextProtocol.Protocol.CallToolResult> ListNotesAsync(McpClient mcp) =>
        await mcp.CallToolAsync("list_notes", cancellationToken: Token);

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
