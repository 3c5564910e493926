using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Nextcloud.Tools.Tests.Safety;

public sealed class CallLimitTests : ToolTest
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task One_call_too_many_in_a_minute_reaches_nobody_and_says_how_long_to_wait()
    {
        Cloud.Play("notes", "12-get");
        await using var host = await HostAsync();
        await using var alice = await host.ConnectAsync(Account("alice"), Everything, Token);
        await CallAsync(alice, "read_note", new { id = 188 });
        time.Advance(TimeSpan.FromSeconds(20));
        await CallAsync(alice, "read_note", new { id = 188 });
        var sent = Cloud.Requests.Length;

        var error = await ErrorAsync(alice, "read_note", new { id = 188 });

        Assert.Contains("wait 40 seconds", error, StringComparison.Ordinal);
        Assert.Equal(sent, Cloud.Requests.Length);
        time.Advance(TimeSpan.FromSeconds(40));
        await CallAsync(alice, "read_note", new { id = 188 });
    }

    [Fact]
    public async Task All_assistants_of_a_person_count_together_and_other_people_do_not()
    {
        Cloud.Play("notes", "12-get");
        await using var host = await HostAsync();
        await using var one = await host.ConnectAsync(Account("alice"), Everything, Token);
        await using var other = await host.ConnectAsync(Account("alice"), Everything, Token);
        await using var bob = await host.ConnectAsync(Account("bob"), Everything, Token);
        await CallAsync(one, "read_note", new { id = 188 });
        await CallAsync(other, "read_note", new { id = 188 });

        await ErrorAsync(one, "read_note", new { id = 188 });

        await CallAsync(bob, "read_note", new { id = 188 });
    }

    private Task<McpHost> HostAsync() =>
        McpHost.StartAsync(
            Token,
            server =>
            {
                server.Services.AddSingleton<TimeProvider>(time);
                server.Services.Configure<NextcloudToolsOptions>(options => options.CallsPerMinute = 2);
            }
        );
}
