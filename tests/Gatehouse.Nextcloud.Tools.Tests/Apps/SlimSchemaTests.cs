using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Apps;

namespace Gatehouse.Nextcloud.Tools.Tests.Apps;

public sealed class SlimSchemaTests
{
    [Theory]
    [InlineData("table", "Table id.", false)]
    [InlineData("title", "The new title.", false)]
    [InlineData("collectiveId", "Collective.", false)]
    [InlineData("id", "Note id.", true)]
    [InlineData("id", "Id.", true)]
    [InlineData("feedId", "Only this feed.", true)]
    [InlineData("cursor", "nextCursor of the last answer.", false)]
    public void A_description_stays_when_it_says_more_than_the_name(string name, string description, bool stays) =>
        Assert.Equal(stays, Slim(name, new { type = "string", description }).TryGetProperty("description", out _));

    [Fact]
    public void An_optional_argument_is_neither_null_nor_nothing_by_default()
    {
        var slim = Slim(
            "mode",
            new
            {
                type = new[] { "string", "null" },
                @enum = new[] { "a", null },
                @default = (string?)null,
            }
        );

        Assert.Equal("""{"type":"string","enum":["a"]}""", slim.GetRawText());
    }

    [Fact]
    public void A_default_that_says_something_stays() =>
        Assert.Equal(20, Slim("days", new { type = "integer", @default = 20 }).GetProperty("default").GetInt32());

    private static JsonElement Slim(string name, object argument)
    {
        var schema = JsonSerializer.SerializeToElement(
            new { type = "object", properties = new Dictionary<string, object> { [name] = argument } }
        );
        return SlimSchema.Of(schema, argument: null).GetProperty("properties").GetProperty(name);
    }
}
