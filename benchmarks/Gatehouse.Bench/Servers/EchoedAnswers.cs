using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Bench.Servers;

/// <summary>The official C# SDK with a tool for each that was captured; it answers the very same, and has it ready.</summary>
internal static class EchoedAnswers
{
    public static void Add(IServiceCollection services, string folder) =>
        services
            .AddMcpServer()
            .WithHttpTransport(transport => transport.SessionMode = HttpServerSessionMode.Stateless)
            .WithTools(CapturedCall.Read(folder).Select(Tool));

    private static McpServerTool Tool(CapturedCall call)
    {
        var answer = call.Result.Deserialize<CallToolResult>(McpJsonUtilities.DefaultOptions)!;
        // The SDK writes who answers into each anew.
        answer.Meta = null;
        return McpServerTool.Create(
            () => answer,
            new McpServerToolCreateOptions { Name = call.Tool, Description = "Answers what the tool of this name does" }
        );
    }
}
