using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Nextcloud.Hosting.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Hosting.Tests.Hosting;

public sealed class SecretsInLogsTests
{
    [Fact]
    public async Task No_secret_of_a_whole_sign_in_stands_in_a_log_at_trace()
    {
        var token = TestContext.Current.CancellationToken;
        await using var trip = await Trip.StartAsync(options =>
            options.Services = services =>
                services.Configure<LoggerFilterOptions>(filter =>
                {
                    filter.MinLevel = LogLevel.Trace;
                    filter.Rules.Clear();
                })
        );
        var walk = trip.NewWalk();
        await walk.OpenAsync(trip.Client.NewAuthorizationUrl(), token);
        trip.Client.Secrets.Add(
            "consent form",
            walk.Tab.Page.QuerySelector("input[name=request]")!.GetAttribute("value")
        );
        await walk.AllowAsync(token);
        await walk.GrantAsync(token);
        await trip.Client.RedeemAsync(await walk.FinishAsync(token), token);
        await trip.Client.RefreshAsync(token);
        await using (var mcp = await McpAsync(trip))
        {
            Assert.NotEmpty(await mcp.ListToolsAsync(cancellationToken: token));
            Assert.True((await mcp.CallToolAsync("list_notes", cancellationToken: token)).IsError is not true);
        }

        trip.Client.Secrets.Add("app password", await AppPasswordAsync(trip));
        await trip.Client.RevokeAsync(token);
        await trip.TurnUntilAsync(() => trip.Cloud.AppPasswordNames("alice").Count == 0, TimeSpan.FromSeconds(5));

        Assert.True(trip.Client.Secrets.Count >= 7, "Too few secrets were seen to prove anything.");
        Assert.Contains(trip.Host.Log.Lines, line => line.StartsWith("Trace ", StringComparison.Ordinal));
        Assert.Contains(
            trip.Host.Log.Lines,
            line => line.Contains("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal)
        );
        trip.Client.Secrets.Check(trip.Host.Log);
    }

    private static async Task<string> AppPasswordAsync(Trip trip)
    {
        var token = TestContext.Current.CancellationToken;
        var person = new Person(trip.Cloud.Address, "alice", "");
        var connections = await trip.Host.Services.GetRequiredService<IConnectionStore>().ListAsync(person.Key, token);
        var open = await trip.Host.Services.GetRequiredService<CredentialVault>().OpenAsync(connections[0].Id, token);
        return NextcloudCredential.Parse(open!.Content)!.AppPassword;
    }

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
            cancellationToken: TestContext.Current.CancellationToken
        );
}
