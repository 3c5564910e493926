using System.Text.Json;
using Gatehouse.Nextcloud.Talk;

namespace Gatehouse.Nextcloud.Tests.Php;

/// <summary>What PHP makes of a map that is empty.</summary>
public sealed class MapOrNothingTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("[1, [2]]")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("null")]
    public void What_is_no_object_is_nothing_and_what_follows_is_read(string reactions)
    {
        var message = Read($$"""{"id":7,"reactions":{{reactions}},"threadId":9}""");

        Assert.Null(message.Reactions);
        Assert.Equal(9, message.ThreadId);
    }

    [Fact]
    public void An_object_is_read_as_what_it_is()
    {
        var message = Read("""{"id":7,"reactions":{"👍":2,"🎉":1},"threadId":9}""");

        Assert.Equal(new Dictionary<string, int> { ["👍"] = 2, ["🎉"] = 1 }, message.Reactions);
        Assert.Equal(9, message.ThreadId);
    }

    [Theory]
    [InlineData("""{"👍":"many"}""")]
    [InlineData("""{"👍":1,"👍":2}""")]
    public void An_object_of_another_shape_is_refused(string reactions) =>
        Assert.Throws<JsonException>(() => Read($$"""{"id":7,"reactions":{{reactions}}}"""));

    private static MessageData Read(string json) => JsonSerializer.Deserialize(json, TalkJson.Default.MessageData)!;
}
