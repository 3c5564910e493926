using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class ActivityLifeTests : LifeTest
{
    [Fact]
    public async Task What_is_done_to_a_file_can_be_read_afterwards()
    {
        _ = Demo;
        await using var alice = await AliceAsync();
        var written = await CallAsync(alice, "write_file", new { path = $"/{Unique}.txt", text = "one" });
        await CallAsync(
            alice,
            "write_file",
            new
            {
                path = $"/{Unique}.txt",
                text = "two",
                etag = written.GetProperty("etag").GetString(),
            }
        );

        var all = await CallAsync(alice, "list_activity", new { limit = 2 });
        var newest = all.GetProperty("activities")[0];
        var ofFile = await CallAsync(
            alice,
            "list_activity",
            new { fileId = newest.GetProperty("objectId").GetInt64() }
        );
        var older = await CallAsync(
            alice,
            "list_activity",
            new { limit = 2, cursor = all.GetProperty("nextCursor").GetString() }
        );

        Assert.Equal($"You changed {Unique}.txt", newest.GetProperty("subject").GetString());
        Assert.Equal(["file_changed", "file_created"], Types(ofFile));
        Assert.NotEmpty(Types(older));
        Assert.DoesNotContain(Unique, older.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_shares_and_who_gets_it_can_both_read_so()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        var path = $"/{Unique}.txt";
        await CallAsync(alice, "write_file", new { path, text = "one" });
        var share = await CallAsync(alice, "share_file", new { path, with = "bob" });
        var got = await CallAsync(bob, "list_activity", new { limit = 1 });
        await CallAsync(alice, "mark_file", new { path, comment = "Look" });
        await CallAsync(alice, "delete_share", new { id = share.GetProperty("id").GetString() });

        var done = await CallAsync(alice, "list_activity", new { limit = 3 });

        var received = got.GetProperty("activities")[0];
        Assert.Equal($"@Alice Example shared {Unique}.txt with you", received.GetProperty("subject").GetString());
        Assert.Equal("alice", received.GetProperty("user").GetString());
        Assert.Equal(
            [
                $"You removed @Bob Example from {Unique}.txt",
                $"You commented on {Unique}.txt",
                $"You shared {Unique}.txt with @Bob Example",
            ],
            done.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("subject").GetString())
        );
    }

    private static IEnumerable<string?> Types(JsonElement answer) =>
        answer.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("type").GetString());
}
