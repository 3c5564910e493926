using ModelContextProtocol.Server;

namespace Gatehouse.Bench.Servers;

/// <summary>Says what it is told.</summary>
internal static class EchoTool
{
    public const string Call = """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"echo","arguments":{"message":"hello"}}}
        """;

    public static McpServerTool Create() =>
        McpServerTool.Create(
            (string message) => message,
            new McpServerToolCreateOptions { Name = "echo", Description = "Says what it is told" }
        );
}
