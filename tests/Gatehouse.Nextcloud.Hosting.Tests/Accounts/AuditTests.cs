using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tracing;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Hosting.Tests.Accounts;

public sealed class AuditTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_tool_changes_is_a_line_of_the_audit_log_without_its_content()
    {
        await using var trip = await Trip.StartAsync();
        await trip.ConnectAsync();
        var audit = trip.Host.Services.GetRequiredService<IAuditLog>();

        await trip.Client.CallToolAsync("list_notes", [], Token);
        await trip.Client.CallToolAsync(
            "write_file",
            new() { ["path"] = "/audit.txt", ["text"] = "the content" },
            Token
        );
        await trip.Client.CallToolAsync(
            "write_file",
            new() { ["path"] = "/audit.txt", ["text"] = "the content" },
            Token
        );

        var lines = (await audit.ListAsync(new AuditQuery(10), Token))
            .Where(line => line.Event.StartsWith("tool.", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            [("tool.failed", "write_file path=/audit.txt"), ("tool.wrote", "write_file path=/audit.txt")],
            lines.Select(line => (line.Event, line.Detail))
        );
        var connections = trip.Host.Services.GetRequiredService<IConnectionStore>();
        var connection = Assert.Single(await connections.ListAsync(lines[0].PersonKey!, Token));
        Assert.Equal("alice", connection.Person.Subject);
        Assert.All(lines, line => Assert.Equal(connection.Id.Value, line.Connection));
        Assert.All(lines, line => Assert.Equal(connection.Person.Key, line.PersonKey));
    }
}
