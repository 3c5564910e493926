using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed partial class TasksLifeTests : LifeTest
{
    [Fact]
    public async Task A_task_lives_from_its_creation_to_its_end()
    {
        await using var alice = await AliceAsync();
        var list = Text(await CallAsync(alice, "set_calendar", new { title = Unique, tasks = true }), "id");
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var asked = await ErrorAsync(tidy, "delete_event", new { id = list });
            var confirmation = Code().Match(asked).Groups["code"].Value;
            await CallAsync(tidy, "delete_event", new { id = list, confirmation });
        });

        var lists = await CallAsync(alice, "list_tasks", new { });
        var made = await CallAsync(
            alice,
            "save_task",
            new
            {
                list,
                title = "Bins",
                due = "2027-03-01",
                rule = "FREQ=WEEKLY",
                priority = 2,
                categories = new[] { "Home" },
            }
        );
        var id = Text(made, "id");
        var next = await CallAsync(
            alice,
            "save_task",
            new
            {
                id,
                etag = Text(made, "etag"),
                status = "completed",
            }
        );
        var recurring = Assert.Single(Tasks(await CallAsync(alice, "list_tasks", new { list })));
        var once = await CallAsync(
            alice,
            "save_task",
            new
            {
                id,
                etag = Text(next, "etag"),
                rule = "",
                percent = 100,
            }
        );
        var open = await CallAsync(alice, "list_tasks", new { list });
        var all = await CallAsync(
            alice,
            "list_tasks",
            new
            {
                list,
                done = true,
                query = "bin",
            }
        );
        var stale = await ErrorAsync(alice, "delete_task", new { id, etag = Text(next, "etag") });
        await CallAsync(alice, "delete_task", new { id, etag = Text(once, "etag") });
        var deleted = await CallAsync(alice, "list_tasks", new { deleted = true, limit = 200 });

        Assert.Contains(lists.GetProperty("lists").EnumerateArray(), l => Text(l, "id") == list);
        Assert.Equal("2027-03-08", Text(recurring, "due"));
        Assert.Equal("needs-action", Text(recurring, "status"));
        Assert.Empty(open.GetProperty("tasks").EnumerateArray());
        Assert.Equal("completed", Text(Assert.Single(all.GetProperty("tasks").EnumerateArray()), "status"));
        Assert.Contains("changed in the meantime", stale, StringComparison.Ordinal);
        Assert.Contains(Tasks(deleted), i => Text(i, "title") == "Bins");
    }

    private static List<JsonElement> Tasks(JsonElement answer) => [.. answer.GetProperty("tasks").EnumerateArray()];

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;

    [GeneratedRegex("confirmation '(?<code>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
