using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>What a tool costs a model that has it: about a token for four bytes of its definition, the output schema left out.</summary>
internal static class ToolBudget
{
    public static int TokensOf(Tool tool)
    {
        var shown = new Tool
        {
            Name = tool.Name,
            Title = tool.Title,
            Description = tool.Description,
            InputSchema = tool.InputSchema,
            Annotations = tool.Annotations,
        };
        var json = JsonSerializer.Serialize(shown, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(Tool)));
        return (Encoding.UTF8.GetByteCount(json) + 3) / 4;
    }
}
