using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;

namespace Gatehouse.Nextcloud.Tools.Tests.Users;

public sealed class PeopleToolsTests : ToolTest
{
    private const string Autocomplete = "/ocs/v2.php/core/autocomplete/get";

    [Fact]
    public async Task People_are_found()
    {
        Cloud.Play(
            "users-groups",
            "23-autocomplete",
            Autocomplete + "?search=bo&itemType=&itemId=&shareTypes[]=0&limit=10"
        );
        await using var alice = await AliceAsync("people.read");

        var answer = await CallAsync(alice, "find_people", new { query = "bo", limit = 10 });

        var bob = Assert.Single(answer.GetProperty("people").EnumerateArray());
        Assert.Equal(("bob", "Bob Example"), (Text(bob, "id"), Text(bob, "name")));
        Assert.Equal("bob@example.test", Text(bob, "detail"));
        Assert.False(bob.TryGetProperty("group", out _));
        Assert.False(answer.GetProperty("more").GetBoolean());
    }

    [Fact]
    public async Task A_full_answer_says_that_there_may_be_more()
    {
        Cloud.Play(
            "users-groups",
            "23-autocomplete",
            Autocomplete + "?search=b&itemType=&itemId=&shareTypes[]=0&shareTypes[]=1&limit=1"
        );
        await using var alice = await AliceAsync("people.read");

        var answer = await CallAsync(
            alice,
            "find_people",
            new
            {
                query = "b",
                groups = true,
                limit = 1,
            }
        );

        Assert.True(answer.GetProperty("more").GetBoolean());
    }

    [Fact]
    public async Task Members_of_a_group_come_in_pages()
    {
        Cloud.Play("users-groups", "12-group-members-as-user");
        await using var alice = await AliceAsync("people.read");

        var first = await CallAsync(alice, "list_group_members", new { group = "team", limit = 2 });
        var cursor = Text(first, "nextCursor");
        var second = await CallAsync(
            alice,
            "list_group_members",
            new
            {
                group = "team",
                limit = 2,
                cursor,
            }
        );

        Assert.Equal(["alice", "bob"], first.GetProperty("members").EnumerateArray().Select(m => Text(m, "user")));
        Assert.Equal(["carol"], second.GetProperty("members").EnumerateArray().Select(m => Text(m, "user")));
        Assert.False(second.TryGetProperty("nextCursor", out _));
    }

    [Fact]
    public async Task A_group_the_person_is_not_in_is_refused_in_the_clouds_words()
    {
        Cloud.Play("users-groups", "06-users-list-as-user-403", "/ocs/v2.php/cloud/groups/admin/users");
        await using var alice = await AliceAsync("people.read");

        var text = await ErrorAsync(alice, "list_group_members", new { group = "admin" });

        Assert.Contains("not allowed", text, StringComparison.Ordinal);
        Assert.Contains("sub admin", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_is_none_is_not_there()
    {
        Cloud.Play("users-groups", "05-user-404", "/ocs/v2.php/cloud/groups/a%2Fb/users");
        await using var alice = await AliceAsync("people.read");

        var text = await ErrorAsync(alice, "list_group_members", new { group = "a/b" });

        Assert.Contains("it is not there", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_says_whom_the_tools_work_for_and_what_their_cloud_has()
    {
        Cloud.Play("users-groups", "01-current-user");
        await using var alice = await AliceAsync("people.read");

        var answer = await CallAsync(alice, "get_my_profile", new { });

        Assert.Equal(("alice", "Alice Example"), (Text(answer, "id"), Text(answer, "name")));
        Assert.Equal("Europe/Berlin", Text(answer, "timeZone"));
        Assert.Equal("32.0.1", Text(answer, "cloudVersion"));
        Assert.Equal(Cloud.Address, Text(answer, "cloud"));
        Assert.Contains("spreed", answer.GetProperty("apps").EnumerateArray().Select(a => a.GetString()));
        Assert.False(answer.TryGetProperty("phone", out _));
        Assert.False(answer.TryGetProperty("quotaBytes", out _));
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
