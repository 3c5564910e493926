using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Safety;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Safety;

public sealed class WriteRecordTests : ToolTest
{
    [Fact]
    public async Task A_write_is_recorded_with_what_became_of_it_and_a_read_is_not()
    {
        Cloud
            .Play("notes", "12-get")
            .Answer("DELETE", "/index.php/apps/notes/api/v1/notes/188", 200, "application/json", "[]");
        await using var alice = await AliceAsync();

        await CallAsync(alice, "read_note", new { id = 188 });
        await ErrorAsync(alice, "delete_note", new { id = 188, etag = "ffffffffffffffffffffffffffffffff" });
        await CallAsync(alice, "delete_note", new { id = 188, etag = "620996f9103c5a0477488a1cdfc107ad" });

        Assert.Equal(
            [new ToolWrite("delete_note", "id=188", false), new ToolWrite("delete_note", "id=188", true)],
            Host.Callers.Writes
        );
    }

    [Theory]
    [InlineData("""{"id":188,"title":"Secret plan","content":"x"}""", "id=188")]
    [InlineData("""{"path":"/A\nB","comment":"what I think"}""", "path=/A B")]
    [InlineData("""{"card":7,"comment":9,"list":3}""", "card=7 comment=9 list=3")]
    [InlineData("""{"ids":[1,2],"addTag":"urgent"}""", "ids=[1,2]")]
    [InlineData("""{"to":["bob@example.com"],"subject":"Hi"}""", "")]
    [InlineData("""{"ids":["bob@example.com"],"conversation":"abc"}""", "conversation=abc")]
    [InlineData("""{"path":"/a","password":"hunter2","label":"for Bob","note":"x"}""", "path=/a")]
    [InlineData("""{"message":"In a meeting","status":"busy"}""", "")]
    public void A_record_names_things_and_never_what_somebody_wrote(string arguments, string target)
    {
        var call = new CallToolRequestParams
        {
            Name = "any",
            Arguments = JsonDocument
                .Parse(arguments)
                .RootElement.EnumerateObject()
                .ToDictionary(p => p.Name, p => p.Value),
        };

        Assert.Equal(target, WriteTarget.Of(call));
    }

    [Fact]
    public void A_record_is_bounded()
    {
        var path = JsonSerializer.SerializeToElement("/" + new string('x', 10_000));
        var call = new CallToolRequestParams
        {
            Name = "any",
            Arguments = new Dictionary<string, JsonElement> { ["path"] = path },
        };

        Assert.Equal(300, WriteTarget.Of(call).Length);
    }
}
