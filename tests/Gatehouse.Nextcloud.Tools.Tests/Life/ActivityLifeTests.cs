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

    private static IEnumerable<string?> Types(JsonElement answer) =>
        answer.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("type").GetString());
}
