using System.ComponentModel;
using ModelContextProtocol.Server;

namespace Gatehouse.Conformance.Tests.Fixture;

/// <summary>Tools that change what the server lists, so that those who listen hear of it.</summary>
[McpServerToolType]
internal static class ChangingTools
{
    [McpServerTool(Name = "test_trigger_tool_change"), Description("Adds a tool and takes it away again")]
    public static string ToolChange(McpServer server)
    {
        var passing = McpServerTool.Create(
            () => "gone soon",
            new() { Name = "passing", Description = "Here for a moment" }
        );
        server.ServerOptions.ToolCollection!.Add(passing);
        server.ServerOptions.ToolCollection.Remove(passing);
        return "Changed.";
    }

    [McpServerTool(Name = "test_trigger_prompt_change"), Description("Adds a prompt and takes it away again")]
    public static string PromptChange(McpServer server)
    {
        var passing = McpServerPrompt.Create(
            () => "gone soon",
            new() { Name = "passing", Description = "Here for a moment" }
        );
        server.ServerOptions.PromptCollection!.Add(passing);
        server.ServerOptions.PromptCollection.Remove(passing);
        return "Changed.";
    }
}
