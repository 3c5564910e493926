using Gatehouse.Nextcloud.Tools.Tests.Hosting;

namespace Gatehouse.Nextcloud.Tools.Tests.Errors;

public sealed class ArgumentErrorTests : ToolTest
{
    [Fact]
    public async Task A_missing_argument_is_named()
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "update_note", new { id = 1, content = "x" });

        Assert.Contains("'etag' is missing", error, StringComparison.Ordinal);
        Assert.Contains("Next step", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_argument_is_named_with_those_there_are()
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "read_note", new { note_id = 1, id = 1 });

        Assert.Contains("'note_id' is not known", error, StringComparison.Ordinal);
        Assert.Contains("id, offset, length", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_types_are_named_all_at_once()
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            "list_notes",
            new
            {
                limit = "many",
                category = 5,
                cursor = new[] { "x" },
            }
        );

        Assert.Contains("'limit' must be integer, not the text 'many'", error, StringComparison.Ordinal);
        Assert.Contains("'category' must be string, not the number 5", error, StringComparison.Ordinal);
        Assert.Contains("'cursor' must be string, not an array", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_is_none_is_named_with_the_choices()
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            "update_note",
            new
            {
                id = 1,
                etag = "a",
                mode = "prepend",
            }
        );

        Assert.Contains("'mode' must be one of replace, append", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create_folder", "path", "/a\u001bb", "a control character")]
    [InlineData("send_chat_message", "text", "a\u001bb", "a control character")]
    [InlineData("write_file", "path", "/a\u001bb", "a control character")]
    [InlineData("write_file", "text", "a\0b", "NUL")]
    public async Task A_character_that_cannot_be_kept_is_named(string tool, string argument, string value, string what)
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            tool,
            new Dictionary<string, object?> { ["path"] = "/a", [argument] = value }
        );

        Assert.Contains($"'{argument}' holds", error, StringComparison.Ordinal);
        Assert.Contains(what, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list_folder", "path", "/a/../b")]
    [InlineData("read_file", "path", "/")]
    [InlineData("search_files", "folder", "/a\\b")]
    [InlineData("search_files", "modifiedAfter", "yesterday")]
    [InlineData("search_files", "modifiedAfter", "12/11/2026")]
    [InlineData("search_files", "modifiedAfter", "10:00")]
    [InlineData("search_files", "modifiedAfter", "0001-01-01")]
    [InlineData("search_files", "modifiedBefore", "0001-01-01T00:00:00+05:00")]
    [InlineData("search_files", "modifiedBefore", "9999-12-31T23:59:59-05:00")]
    [InlineData("search_files", "cursor", "abc")]
    [InlineData("search_files", "cursor", "c2VhcmNoX2ZpbGVzIHg")]
    [InlineData("list_tasks", "cursor", "bGlzdF90YXNrcyB4")]
    [InlineData("list_tasks", "cursor", "bGlzdF90YXNrcyAyMTQ3NDgzNjQ3")]
    [InlineData("list_events", "cursor", "bGlzdF9ldmVudHMgNQ")]
    [InlineData("list_folder", "cursor", "bGlzdF9mb2xkZXIgeA")]
    [InlineData("list_notes", "cursor", "not base64!")]
    public async Task A_value_that_is_none_is_named(string tool, string argument, string value)
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, tool, new Dictionary<string, string> { [argument] = value });

        Assert.Contains($"'{argument}' is not valid", error, StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData("list_notes", "limit", 0)]
    [InlineData("list_notes", "limit", 201)]
    [InlineData("list_folder", "limit", -1)]
    public async Task A_number_out_of_bounds_is_named_with_the_bounds(string tool, string argument, int value)
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, tool, new Dictionary<string, int> { [argument] = value });

        Assert.Contains($"'{argument}' is not valid: It must be from 1 to 200", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_etag_that_is_none_is_named()
    {
        await using var alice = await AliceAsync();

        Assert.Contains(
            "'etag' is not valid",
            await ErrorAsync(alice, "delete_file", new { path = "/a", etag = "*" }),
            StringComparison.Ordinal
        );
        Assert.Empty(Cloud.Requests);
    }
}
