using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Notes;

namespace Gatehouse.Nextcloud.Tools.Tests.Apps;

public sealed class AppToolTests
{
    /// <summary>JSON that knows no type makes no schema, so whatever makes the tool fails.</summary>
    [Fact]
    public void What_a_tool_is_called_needs_and_does_is_known_before_it_is_made()
    {
        var nothing = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() };
        var tool = new AppTool(
            typeof(NotesReadTools).GetMethod(nameof(NotesReadTools.ReadAsync))!,
            _ => throw new InvalidOperationException("Nobody calls it."),
            nothing
        );

        Assert.Equal("read_note", tool.Id);
        Assert.Equal("read_note", tool.ToString());
        Assert.True(tool.IsReadOnly);
        Assert.Equal(["notes.read"], AccessRule.ScopesOf(tool));
        Assert.ThrowsAny<Exception>(() => tool.ProtocolTool);
    }
}
