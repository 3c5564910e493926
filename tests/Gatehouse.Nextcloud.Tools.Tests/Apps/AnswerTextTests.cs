using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Apps;

/// <summary>What models read is text: letters of any script stand in it as they are. (Emoji stay escaped: no encoder of .NET lets them through.)</summary>
public sealed class AnswerTextTests : ToolTest
{
    private const string Words = "Grüße & <b>Küsse</b> + 'mehr' 日本";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"fields":["title"]}""")]
    public async Task The_answer_of_a_list_is_as_it_was_written(string arguments)
    {
        Cloud.Answer(
            "GET",
            "/index.php/apps/notes/api/v1/notes?chunkSize=50&exclude=content",
            200,
            "application/json",
            $$"""[{"id":1,"title":"{{Words}}","modified":1,"category":"","favorite":false,"readonly":false,"etag":"1"}]"""
        );
        await using var alice = await AliceAsync("notes.read");

        var result = await ResultAsync(alice, "list_notes", System.Text.Json.JsonElement.Parse(arguments));

        Assert.Contains($"\"title\":\"{Words}\"", TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_a_file_is_as_it_was_written()
    {
        Cloud.Answer(
            "GET",
            "/remote.php/dav/files/alice/a.txt",
            200,
            "text/plain",
            Words,
            new RecordedHeader("ETag", "\"1\"")
        );
        await using var alice = await AliceAsync("files.read");

        var result = await ResultAsync(alice, "read_file", new { path = "/a.txt" });

        Assert.Contains(Words, TextOf(result), StringComparison.Ordinal);
    }
}
