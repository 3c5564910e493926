using System.Net.Http.Headers;
using System.Text;
using Gatehouse.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Hosting.Tests.Accounts;

/// <summary>Clients that come with a name and password of the cloud, where the operator allows it.</summary>
public sealed class AppPasswordTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tools_work_as_the_person_without_a_connection()
    {
        await using var trip = await Trip.StartAsync(options => options.Gatehouse = o => o.PasswordSignIn = true);
        await using var mcp = await McpAsync(trip, "alice", "alice");

        var answer = await mcp.CallToolAsync("access", cancellationToken: Token);
        var notes = await mcp.CallToolAsync("list_notes", cancellationToken: Token);

        Assert.Contains("\"alice\"", Assert.IsType<TextContentBlock>(answer.Content[0]).Text, StringComparison.Ordinal);
        Assert.True(notes.IsError is not true);
        var person = new Person(trip.Cloud.Address, "alice", "alice");
        var store = trip.Host.Services.GetRequiredService<IConnectionStore>();
        Assert.Empty(await store.ListAsync(person.Key, Token));
        Assert.DoesNotContain(trip.Host.Log.Lines, line => line.Contains("YWxpY2U6YWxpY2U=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_ones_do_not_make_the_guard_close_the_cloud_for_everybody()
    {
        await using var trip = await Trip.StartAsync(options => options.Gatehouse = o => o.PasswordSignIn = true);
        foreach (var name in new[] { "alice", "bob", "carol", "dave" })
        {
            await Assert.ThrowsAnyAsync<Exception>(() => McpAsync(trip, name, "wrong"));
        }

        await using var mcp = await McpAsync(trip, "alice", "alice");
        Assert.True((await mcp.CallToolAsync("list_notes", cancellationToken: Token)).IsError is not true);
    }

    private static Task<McpClient> McpAsync(Trip trip, string name, string password)
    {
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"));
        var transport = new HttpClientTransport(
            new HttpClientTransportOptions
            {
                Endpoint = new Uri(trip.Host.Mcp),
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = new Dictionary<string, string>
                {
                    ["Authorization"] = new AuthenticationHeaderValue("Basic", secret).ToString(),
                },
            }
        );
        return McpClient.CreateAsync(transport, cancellationToken: Token);
    }
}
