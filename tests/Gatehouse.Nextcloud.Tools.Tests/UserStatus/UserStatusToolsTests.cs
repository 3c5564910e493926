using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;

namespace Gatehouse.Nextcloud.Tools.Tests.UserStatus;

public sealed class UserStatusToolsTests : ToolTest
{
    [Fact]
    public async Task The_own_status_is_read()
    {
        Cloud.Play("user-status", "06-get-own");
        await using var alice = await AliceAsync("status.read");

        var answer = await CallAsync(alice, "get_status", new { });

        Assert.Equal(("alice", "away", "In a meeting"), Status(answer));
    }

    [Fact]
    public async Task Whoever_never_said_is_offline()
    {
        Cloud.Play("user-status", "01-get-own-none-404");
        await using var alice = await AliceAsync("status.read");

        var answer = await CallAsync(alice, "get_status", new { });

        Assert.Equal(("alice", "offline", null), Status(answer));
    }

    [Fact]
    public async Task The_status_of_others_is_read()
    {
        Cloud.Play("user-status", "09-get-alice-as-bob");
        await using var alice = await AliceAsync("status.read");

        var one = await CallAsync(alice, "get_status", new { user = "alice" });

        Assert.Equal(("alice", "away", "In a meeting"), Status(one));
    }

    [Fact]
    public async Task A_status_is_set_without_touching_the_message()
    {
        Cloud.Play("user-status", "02-set-status");
        await using var alice = await AliceAsync("status.write");

        var answer = await CallAsync(alice, "set_status", new { status = "away" });

        Assert.Equal("away", answer.GetProperty("status").GetString());
        Assert.Single(Cloud.Requests, r => r.Method == "PUT");
    }

    [Fact]
    public async Task A_message_goes_away_at_a_time_of_the_persons_zone()
    {
        Cloud.Play("user-status", "04-set-message-custom");
        await using var alice = await AliceAsync("status.write");

        await CallAsync(
            alice,
            "set_status",
            new
            {
                message = "Measuring",
                icon = "🧪",
                clearAt = "2096-11-23T17:19:53",
            }
        );

        var sent = JsonDocument.Parse(Cloud.LastRequest.BodyText).RootElement;
        Assert.Equal(
            new DateTimeOffset(2096, 11, 23, 17, 19, 53, TimeSpan.FromHours(1)).ToUnixTimeSeconds(),
            sent.GetProperty("clearAt").GetInt64()
        );
        Assert.Equal("🧪", sent.GetProperty("statusIcon").GetString());
    }

    [Fact]
    public async Task An_empty_message_is_cleared()
    {
        Cloud.Play("user-status", "10-clear-message").Play("user-status", "02-set-status");
        await using var alice = await AliceAsync("status.write");

        var cleared = await CallAsync(alice, "set_status", new { message = "" });
        var both = await CallAsync(alice, "set_status", new { status = "away", message = "" });

        Assert.Equal("{}", cleared.GetRawText());
        Assert.Equal("""{"status":"away"}""", both.GetRawText());
        Assert.Equal(2, Cloud.Requests.Count(r => r.Method == "DELETE"));
    }

    [Theory]
    [InlineData("""{}""", "nothing to set")]
    [InlineData("""{"status":"asleep"}""", "'status'")]
    [InlineData("""{"status":"away","clearAt":"2096-01-01"}""", "'clearAt'")]
    [InlineData("""{"message":"x","clearAt":"2001-01-01"}""", "'clearAt'")]
    [InlineData("""{"message":"x","clearAt":"soon"}""", "'clearAt'")]
    public async Task What_cannot_be_set_is_said_before_the_cloud_is_asked(string arguments, string named)
    {
        await using var alice = await AliceAsync("status.write");

        var text = await ErrorAsync(alice, "set_status", JsonDocument.Parse(arguments).RootElement);

        Assert.Contains(named, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Path.Contains("user_status", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_is_counted_as_people_count()
    {
        Cloud.Play("user-status", "04-set-message-custom");
        await using var alice = await AliceAsync("status.write");

        await CallAsync(alice, "set_status", new { message = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 80)) });
        var text = await ErrorAsync(alice, "set_status", new { message = new string('x', 81) });

        Assert.Contains("80", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_cloud_refuses_is_said_in_its_words()
    {
        Cloud.Play("user-status", "03-set-status-invalid-400");
        await using var alice = await AliceAsync("status.write");

        var text = await ErrorAsync(alice, "set_status", new { status = "busy" });

        Assert.Contains("Status-type \"foo\" is not supported", text, StringComparison.Ordinal);
    }

    private static (string?, string?, string?) Status(JsonElement answer) =>
        (
            answer.GetProperty("user").GetString(),
            answer.GetProperty("status").GetString(),
            answer.TryGetProperty("message", out var message) ? message.GetString() : null
        );
}
