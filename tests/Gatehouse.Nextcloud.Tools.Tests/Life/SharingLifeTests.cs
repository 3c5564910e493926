using System.Text.Json;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class SharingLifeTests : LifeTest
{
    [Fact]
    public async Task A_folder_is_shared_with_somebody_narrowed_and_taken_back()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        await MakeAsync(alice);
        var found = await CallAsync(alice, "search_sharees", new { query = "Bob Ex" });
        var with = Text(Assert.Single(Items(found)), "with");

        var share = await CallAsync(
            alice,
            "share_file",
            new
            {
                path = $"/{Unique}",
                with,
                allow = new[] { "read", "update", "create" },
                note = "please look",
                expires = Day(30),
            }
        );
        var id = Text(share, "id");
        var again = await CallAsync(alice, "share_file", new { path = $"/{Unique}", with });
        var got = Items(await CallAsync(bob, "list_shares", new { withMe = true })).Single(s => Text(s, "id") == id);
        var read = await CallAsync(bob, "read_file", new { path = $"/{Unique}/plan.md" });
        await CallAsync(bob, "write_file", Write("changed by bob", Text(read, "etag")));
        await CallAsync(bob, "write_file", new { path = $"/{Unique}/new.md", text = "made by bob" });
        var kept = await ErrorAsync(
            bob,
            "delete_file",
            new { path = $"/{Unique}/new.md", etag = await EtagAsync(bob, "new.md") }
        );
        var changed = await CallAsync(
            alice,
            "update_share",
            new
            {
                id,
                allow = new[] { "read" },
                note = "only to read",
            }
        );
        var refused = await ErrorAsync(bob, "write_file", Write("lost", await EtagAsync(bob, "plan.md")));
        var seen = await CallAsync(alice, "read_file", new { path = $"/{Unique}/plan.md" });
        await CallAsync(alice, "delete_share", new { id });
        await ErrorAsync(bob, "read_file", new { path = $"/{Unique}/plan.md" });
        var none = await CallAsync(alice, "list_shares", new { path = $"/{Unique}" });

        Assert.Equal("bob", with);
        Assert.Equal(id, Text(again, "id"));
        Assert.Equal(("please look", "alice"), (Text(got, "note"), Text(got, "owner")));
        Assert.Equal(Day(30), Text(got, "expires"));
        Assert.Equal(["read"], changed.GetProperty("allow").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal("only to read", Text(changed, "note"));
        Assert.Equal("changed by bob", Text(seen, "text"));
        Assert.All([kept, refused], error => Assert.Contains("not allowed", error, StringComparison.Ordinal));
        Assert.Empty(Items(none));
    }

    [Fact]
    public async Task A_public_link_is_made_when_the_person_agreed_and_ends()
    {
        await using var alice = await AliceAsync();
        await MakeAsync(alice);
        var path = $"/{Unique}/plan.md";

        var asked = await ErrorAsync(alice, "create_public_link", new { path, expires = Day(7) });
        var before = await CallAsync(alice, "list_shares", new { path });
        var confirmation = asked.Split('\'')[^2];
        var other = await ErrorAsync(alice, "create_public_link", new { path = $"/{Unique}", confirmation });
        var link = await CallAsync(
            alice,
            "create_public_link",
            new
            {
                path,
                expires = Day(7),
                confirmation,
            }
        );
        var id = Text(link, "id");
        var weak = await ErrorAsync(alice, "update_share", new { id, password = "1234" });
        var past = await ErrorAsync(alice, "update_share", new { id, expires = "2020-01-01" });
        var changed = await CallAsync(
            alice,
            "update_share",
            new
            {
                id,
                password = "walnut-" + Unique,
                label = "For the customer",
                hideDownload = true,
            }
        );
        var forever = await ErrorAsync(alice, "update_share", new { id, expires = "" });
        var listed = Assert.Single(
            Items(await CallAsync(alice, "list_shares", new { path = $"/{Unique}", inside = true }))
        );
        await CallAsync(alice, "delete_share", new { id });
        var after = await CallAsync(alice, "list_shares", new { path });

        Assert.Contains($"Make a public link to {path}", asked, StringComparison.Ordinal);
        Assert.Contains("Make a public link", other, StringComparison.Ordinal);
        Assert.Empty(Items(before));
        Assert.StartsWith("http", Text(link, "url"), StringComparison.Ordinal);
        Assert.Contains("assword", weak, StringComparison.Ordinal);
        Assert.Contains("expires", past, StringComparison.Ordinal);
        Assert.True(changed.GetProperty("hasPassword").GetBoolean());
        Assert.Contains("without end", forever, StringComparison.Ordinal);
        Assert.Equal((id, "For the customer"), (Text(listed, "id"), Text(listed, "label")));
        Assert.DoesNotContain(
            Unique[2..],
            listed.GetRawText().Replace(path, "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Empty(Items(after));
    }

    [Fact]
    public async Task Who_gets_something_by_a_group_may_take_it_out_of_their_own_files_only()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        await MakeAsync(alice);
        var share = await CallAsync(
            alice,
            "share_file",
            new
            {
                path = $"/{Unique}",
                with = "team",
                kind = "group",
            }
        );
        var id = Text(share, "id");

        await CallAsync(bob, "read_file", new { path = $"/{Unique}/plan.md" });
        await CallAsync(bob, "delete_share", new { id });

        await ErrorAsync(bob, "read_file", new { path = $"/{Unique}/plan.md" });
        Assert.Equal(
            id,
            Text(Assert.Single(Items(await CallAsync(alice, "list_shares", new { path = $"/{Unique}" }))), "id")
        );
    }

    [Fact]
    public async Task What_somebody_shares_is_moved_copied_and_found_like_ones_own()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        await MakeAsync(alice);
        await CallAsync(
            alice,
            "share_file",
            new
            {
                path = $"/{Unique}",
                with = "bob",
                allow = new[] { "read", "update", "create", "delete" },
            }
        );

        var folder = Items(await CallAsync(bob, "search_files", new { name = Unique })).Single();
        await CallAsync(
            bob,
            "move_file",
            Move($"/{Unique}", $"/Documents/{Unique}", Text(folder, "etag"), copy: false)
        );
        var plan = await CallAsync(bob, "get_file", new { path = $"/Documents/{Unique}/plan.md" });
        var etag = Text(plan.GetProperty("file"), "etag");
        await CallAsync(bob, "move_file", Move($"/Documents/{Unique}/plan.md", $"/{Unique}.md", etag, copy: true));
        await CallAsync(
            bob,
            "move_file",
            Move($"/Documents/{Unique}/plan.md", $"/Documents/{Unique}/old.md", etag, copy: false)
        );
        var copy = await CallAsync(bob, "read_file", new { path = $"/{Unique}.md" });
        await CallAsync(
            bob,
            "move_file",
            Move($"/{Unique}.md", $"/Documents/{Unique}/new.md", Text(copy, "etag"), copy: false)
        );
        await ErrorAsync(bob, "read_file", new { path = $"/{Unique}.md" });
        var listed = await CallAsync(alice, "list_folder", new { path = $"/{Unique}" });
        await CallAsync(
            bob,
            "delete_file",
            new
            {
                path = $"/Documents/{Unique}",
                etag = Text(Items(await CallAsync(bob, "search_files", new { name = Unique })).Single(), "etag"),
            }
        );
        var still = await CallAsync(alice, "read_file", new { path = $"/{Unique}/new.md" });

        Assert.Equal("one", Text(copy, "text"));
        Assert.Equal(
            [$"/{Unique}/new.md", $"/{Unique}/old.md"],
            Items(listed).Select(i => Text(i, "path")).Order(StringComparer.Ordinal)
        );
        Assert.Equal("one", Text(still, "text"));
        Assert.Empty(Items(await CallAsync(bob, "search_files", new { name = Unique })));
    }

    [Fact]
    public async Task Nobody_shares_on_more_than_they_have()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        await MakeAsync(alice);
        await CallAsync(alice, "share_file", new { path = $"/{Unique}", with = "bob" });

        var error = await ErrorAsync(
            bob,
            "share_file",
            new
            {
                path = $"/{Unique}/plan.md",
                with = "team",
                kind = "group",
            }
        );

        Assert.Contains("not allowed to share", error, StringComparison.Ordinal);
    }

    private async Task MakeAsync(McpClient alice)
    {
        await CallAsync(alice, "create_folder", new { path = $"/{Unique}" });
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var folder = Items(await CallAsync(tidy, "search_files", new { name = Unique }))
                .First(i => Text(i, "path") == $"/{Unique}");
            await CallAsync(tidy, "delete_file", new { path = $"/{Unique}", etag = Text(folder, "etag") });
        });
        await CallAsync(alice, "write_file", new { path = $"/{Unique}/plan.md", text = "one" });
    }

    private object Write(string text, string etag) =>
        new
        {
            path = $"/{Unique}/plan.md",
            text,
            etag,
        };

    private static object Move(string from, string to, string etag, bool copy) =>
        new
        {
            from,
            to,
            etag,
            copy,
        };

    private async Task<string> EtagAsync(McpClient client, string name) =>
        Text((await CallAsync(client, "get_file", new { path = $"/{Unique}/{name}" })).GetProperty("file"), "etag");

    private static string Day(int days) =>
        TimeProvider
            .System.GetUtcNow()
            .AddDays(days)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static List<JsonElement> Items(JsonElement answer) => [.. answer.GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
