namespace Gatehouse.Nextcloud.Tools.Tests.Life;

/// <summary>Only at the demo cloud: at a real one it would take away what the person says of themselves.</summary>
public sealed class UserStatusLifeTests : LifeTest
{
    [Fact]
    public async Task A_status_is_set_seen_by_others_and_cleared()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();

        await CallAsync(
            alice,
            "set_status",
            new
            {
                status = "dnd",
                message = Unique,
                icon = "🧪",
                clearAt = "2096-01-01T12:00",
            }
        );
        var seen = await CallAsync(bob, "get_status", new { user = "alice" });
        await CallAsync(alice, "set_status", new { message = "" });
        var own = await CallAsync(alice, "get_status", new { });

        Assert.Equal("dnd", seen.GetProperty("status").GetString());
        Assert.Equal(Unique, seen.GetProperty("message").GetString());
        Assert.Equal("2096-01-01T12:00:00+01:00", seen.GetProperty("clearAt").GetString());
        Assert.Equal("dnd", own.GetProperty("status").GetString());
        Assert.False(own.TryGetProperty("message", out _));
    }
}
