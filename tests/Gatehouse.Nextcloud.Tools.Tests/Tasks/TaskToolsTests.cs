using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Tasks;

public sealed class TaskToolsTests : ToolTest
{
    private const string Home = "/remote.php/dav/calendars/alice/";
    private const string First = "9ccf7a98bd605efb06e91a95b2a44588";

    [Fact]
    public async Task Without_a_list_all_are_asked_and_named()
    {
        Cloud.Play("deck", "65-calendar-of-deck-in-dav");
        foreach (var list in TaskListsOf(Recording.Load("deck", "65-calendar-of-deck-in-dav").Response.BodyText))
            Cloud.Play("tasks", "03-query-open", Home + list + "/");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "list_tasks", new { });

        Assert.Contains(
            "tasks",
            answer.GetProperty("lists").EnumerateArray().Select(l => l.GetProperty("id").GetString())
        );
        Assert.NotEmpty(answer.GetProperty("tasks").EnumerateArray());
    }

    [Fact]
    public async Task Open_tasks_come_with_what_is_due_first()
    {
        Cloud.Play("tasks", "03-query-open");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "list_tasks", new { list = "tasks", limit = 1 });
        var rest = await CallAsync(
            alice,
            "list_tasks",
            new
            {
                list = "tasks",
                limit = 1,
                cursor = answer.GetProperty("nextCursor").GetString(),
            }
        );
        var due = await CallAsync(alice, "list_tasks", new { list = "tasks", dueBy = "2026-12-04" });

        var first = Assert.Single(answer.GetProperty("tasks").EnumerateArray());
        Assert.Equal("2026-12-05", first.GetProperty("due").GetString());
        Assert.Equal("work", first.GetProperty("categories")[0].GetString());
        Assert.EndsWith(
            "/apps/tasks/calendars/tasks/tasks/td-1.ics",
            first.GetProperty("link").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("td-1@test", rest.GetProperty("tasks")[0].GetProperty("parent").GetString());
        Assert.Empty(due.GetProperty("tasks").EnumerateArray());
    }

    [Fact]
    public async Task A_task_is_made_and_completed_and_a_stale_one_is_refused()
    {
        Cloud
            .Play("tasks", "04-get")
            .Play("tasks", "05-complete")
            .Answer("PUT", Home + "tasks/*", 201, "text/html", "", new RecordedHeader("ETag", "\"1\""));
        await using var alice = await AliceAsync();

        var made = await CallAsync(
            alice,
            "save_task",
            new
            {
                list = "tasks",
                title = "Write report",
                due = "2026-12-05",
                priority = 1,
                status = "in-process",
            }
        );
        var done = await CallAsync(
            alice,
            "save_task",
            new
            {
                id = "tasks/td-1.ics",
                etag = First,
                status = "completed",
                due = "",
            }
        );
        var stale = await ErrorAsync(
            alice,
            "save_task",
            new
            {
                id = "tasks/td-1.ics",
                etag = "old",
                title = "x",
            }
        );

        Assert.StartsWith("tasks/", made.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("2ce6c6a12f2236d9d2b2a87d134c7558", done.GetProperty("etag").GetString());
        var put = Cloud.Requests.Single(r =>
            r.Path.EndsWith("td-1.ics", StringComparison.Ordinal) && r.Method == "PUT"
        );
        Assert.Contains("STATUS:COMPLETED", put.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("DUE", put.BodyText, StringComparison.Ordinal);
        Assert.Contains("It is now 'Write report'", stale, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"title":"x"}""", "'list'")]
    [InlineData("""{"list":"tasks"}""", "'title'")]
    [InlineData("""{"list":"tasks","title":"x","percent":101}""", "'percent'")]
    [InlineData("""{"list":"tasks","title":"x","due":"soon"}""", "'due'")]
    [InlineData("""{"list":"tasks","title":"x","due":"2026-12-01","rule":"FREQ=HOURLY"}""", "'rule'")]
    public async Task What_is_missing_or_wrong_is_named(string arguments, string named)
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "save_task", JsonDocument.Parse(arguments).RootElement);

        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_for_events_takes_no_task()
    {
        var answer = Recording.Load("caldav", "17-put-vtodo-into-event-calendar").Response;
        Cloud.Answer("PUT", Home + "work/*", answer.Status, "application/xml", answer.BodyText);
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "save_task", new { list = "work", title = "x" });

        Assert.Contains("component of type VEVENT", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_moves_and_is_deleted()
    {
        Cloud
            .Answer("MOVE", Home + "tasks/td-2.ics", 201, "text/html", "")
            .Play("tasks", "08-delete")
            .Play("caldav", "29-delete-404", Home + "tasks/td-2.ics");
        await using var alice = await AliceAsync();

        var moved = await CallAsync(
            alice,
            "save_task",
            new
            {
                id = "tasks/td-2.ics",
                etag = First,
                list = "home",
            }
        );
        await CallAsync(alice, "delete_task", new { id = "tasks/td-2.ics", etag = First });
        var gone = await ErrorAsync(alice, "delete_task", new { id = "tasks/td-2.ics", etag = First });

        Assert.Equal("home/td-2.ics", moved.GetProperty("id").GetString());
        Assert.Contains("not there", gone, StringComparison.Ordinal);
    }

    private static IEnumerable<string> TaskListsOf(string multistatus)
    {
        System.Xml.Linq.XNamespace dav = "DAV:";
        return System
            .Xml.Linq.XDocument.Parse(multistatus)
            .Descendants(dav + "response")
            .Where(r => r.Descendants().Any(e => e.Attribute("name")?.Value == "VTODO"))
            .Select(r => r.Element(dav + "href")!.Value.TrimEnd('/').Split('/')[^1]);
    }
}
