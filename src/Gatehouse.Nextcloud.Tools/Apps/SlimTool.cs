using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// A tool as it is shown and called: its schema slimmed, and a list with a selection of fields. What it answers is written once, as text, and read
/// from there for its structured form: the SDK (2.3.1) would write it twice.
/// </summary>
internal sealed class SlimTool : DelegatingMcpServerTool
{
    private readonly FieldSelection? fields;

    public SlimTool(McpServerTool tool)
        : base(tool)
    {
        var made = tool.ProtocolTool;
        fields = FieldSelection.For(made);
        ProtocolTool = new Tool
        {
            Name = made.Name,
            Title = made.Title,
            Description = made.Description,
            InputSchema = SlimSchema.Of(made.InputSchema, fields is null ? null : FieldSelection.Argument),
            OutputSchema = made.OutputSchema,
            Annotations = SlimAnnotations.Of(made.Annotations),
            Icons = made.Icons,
            Meta = made.Meta,
        };
        made.OutputSchema = null;
    }

    public override Tool ProtocolTool { get; }

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var selected = fields?.Read(request.Params.Arguments);
        var result = await base.InvokeAsync(request, cancellationToken);
        if (
            ProtocolTool.OutputSchema is not null
            && result is { StructuredContent: null, IsError: not true, Content: [TextContentBlock { Text: var text }] }
        )
            result.StructuredContent = JsonElement.Parse(text);
        return selected is null ? result : fields!.Apply(result, selected);
    }
}
