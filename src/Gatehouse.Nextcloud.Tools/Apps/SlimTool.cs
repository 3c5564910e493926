using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>A tool as it is shown and called: its schema slimmed, and a list with a selection of fields.</summary>
internal sealed class SlimTool : DelegatingMcpServerTool
{
    private readonly FieldSelection? fields;

    public SlimTool(McpServerTool tool)
        : base(tool)
    {
        var shown = tool.ProtocolTool;
        fields = FieldSelection.For(shown);
        shown.InputSchema = SlimSchema.Of(shown.InputSchema, fields is null ? null : FieldSelection.Argument);
        shown.Annotations = SlimAnnotations.Of(shown.Annotations);
        ProtocolTool = shown;
    }

    public override Tool ProtocolTool { get; }

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var selected = fields?.Read(request.Params.Arguments);
        var result = await base.InvokeAsync(request, cancellationToken);
        return selected is null ? result : fields!.Apply(result, selected);
    }
}
