using System.Reflection;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// A tool of an app, known by name and attributes at once and made when it is first shown or called: the schemas of a hundred tools take as
/// long to make as all the rest of a start, and memory to keep, and a server is started long before anybody looks at them.
/// </summary>
internal sealed class AppTool : McpServerTool, IMcpServerPrimitive
{
    private readonly McpServerToolAttribute attribute;
    private readonly Lazy<SlimTool> made;

    /// <summary>Takes note of a method; nothing is made yet.</summary>
    /// <param name="method">With <see cref="McpServerToolAttribute"/> and a name in it.</param>
    /// <param name="target">Makes the object the method belongs to, for one call.</param>
    /// <param name="json">How arguments and answers are read and written.</param>
    public AppTool(
        MethodInfo method,
        Func<RequestContext<CallToolRequestParams>, object> target,
        JsonSerializerOptions json
    )
    {
        attribute = method.GetCustomAttribute<McpServerToolAttribute>()!;
        Metadata = [method, .. method.DeclaringType!.GetCustomAttributes(), .. method.GetCustomAttributes()];
        made = new(
            () => new SlimTool(Create(method, target, new() { SerializerOptions = json })),
            // What went wrong once is tried again, and two who come at once may make it twice.
            LazyThreadSafetyMode.PublicationOnly
        );
    }

    /// <summary>Its name; the SDK would make the tool to ask it.</summary>
    public string Id => attribute.Name!;

    /// <summary>It changes nothing.</summary>
    public bool IsReadOnly => attribute.ReadOnly;

    public override IReadOnlyList<object> Metadata { get; }

    public override Tool ProtocolTool => made.Value.ProtocolTool;

    public override ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    ) => made.Value.InvokeAsync(request, cancellationToken);

    public override string ToString() => Id;
}
