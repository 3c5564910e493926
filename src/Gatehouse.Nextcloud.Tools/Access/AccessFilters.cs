using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Safety;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>
/// The one place where scopes are enforced, for lists and for calls, of tools, resources, resource templates and prompts. Lists show only
/// what was granted and what the person's cloud has; a call from a list that is no longer true gets an error with the page where more can be
/// granted.
/// </summary>
internal static class AccessFilters
{
    public static void Add(IMcpRequestFilterBuilder filters)
    {
        filters.AddListToolsFilter(next => (request, token) => ListToolsAsync(next, request, token));
        filters.AddCallToolFilter(next => (request, token) => CallToolAsync(next, request, token));
        filters.AddListResourcesFilter(next => (request, token) => ListResourcesAsync(next, request, token));
        filters.AddListResourceTemplatesFilter(next => (request, token) => ListTemplatesAsync(next, request, token));
        filters.AddReadResourceFilter(next => (request, token) => ReadResourceAsync(next, request, token));
        filters.AddListPromptsFilter(next => (request, token) => ListPromptsAsync(next, request, token));
        filters.AddGetPromptFilter(next => (request, token) => GetPromptAsync(next, request, token));
    }

    private static async ValueTask<ListToolsResult> ListToolsAsync(
        McpRequestHandler<ListToolsRequestParams, ListToolsResult> next,
        RequestContext<ListToolsRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var isShown = await ShownAsync(request, cancellationToken);
        var result = await next(request, cancellationToken);
        var known = request.Server.ServerOptions.ToolCollection;
        result.Tools = [.. result.Tools.Where(t => isShown(Find(known, t.Name)))];
        result.CacheScope = CacheScope.Private;
        return result;
    }

    private static async ValueTask<CallToolResult> CallToolAsync(
        McpRequestHandler<CallToolRequestParams, CallToolResult> next,
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var name = request.Params.Name;
        if (Find(request.Server.ServerOptions.ToolCollection, name) is not { } tool)
            throw new McpProtocolException($"There is no tool '{name}'.", McpErrorCode.InvalidParams);

        NextcloudCaller? caller = null;
        try
        {
            caller = await CallerOf.SetAsync(request, cancellationToken);
            if (!AccessRule.Allows(tool, caller.Scopes))
                return ToolErrors.Result(
                    AccessErrors.NotGranted(name, AccessRule.MissingOf(tool, caller.Scopes), caller)
                );

            request.Services!.GetRequiredService<CallLimit>().Count(caller.Account);
            ArgumentCheck.Check(tool, request.Params.Arguments);
            return tool.ProtocolTool.Annotations?.ReadOnlyHint is true
                ? await next(request, cancellationToken)
                : await WriteAsync(next, request, caller, cancellationToken);
        }
        catch (Exception exception) when (ToolErrors.Read(exception) is { } text)
        {
            return ToolErrors.Result(text + ToolErrors.AfterWhat(caller?.Account.Journal?.Done ?? []));
        }
    }

    /// <summary>A call that changes something leaves a record, whatever became of it.</summary>
    private static async ValueTask<CallToolResult> WriteAsync(
        McpRequestHandler<CallToolRequestParams, CallToolResult> next,
        RequestContext<CallToolRequestParams> request,
        NextcloudCaller caller,
        CancellationToken cancellationToken
    )
    {
        var succeeded = false;
        try
        {
            var result = await next(request, cancellationToken);
            succeeded = result.IsError is not true;
            return result;
        }
        finally
        {
            if (caller.Wrote is { } wrote)
                await wrote(new ToolWrite(request.Params.Name, WriteTarget.Of(request.Params), succeeded));
        }
    }

    private static async ValueTask<ListResourcesResult> ListResourcesAsync(
        McpRequestHandler<ListResourcesRequestParams, ListResourcesResult> next,
        RequestContext<ListResourcesRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var isShown = await ShownAsync(request, cancellationToken);
        var result = await next(request, cancellationToken);
        var known = request.Server.ServerOptions.ResourceCollection;
        result.Resources = [.. result.Resources.Where(r => isShown(Find(known, r.Uri)))];
        result.CacheScope = CacheScope.Private;
        return result;
    }

    private static async ValueTask<ListResourceTemplatesResult> ListTemplatesAsync(
        McpRequestHandler<ListResourceTemplatesRequestParams, ListResourceTemplatesResult> next,
        RequestContext<ListResourceTemplatesRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var isShown = await ShownAsync(request, cancellationToken);
        var result = await next(request, cancellationToken);
        var known = request.Server.ServerOptions.ResourceCollection;
        result.ResourceTemplates = [.. result.ResourceTemplates.Where(t => isShown(Find(known, t.UriTemplate)))];
        result.CacheScope = CacheScope.Private;
        return result;
    }

    private static async ValueTask<ReadResourceResult> ReadResourceAsync(
        McpRequestHandler<ReadResourceRequestParams, ReadResourceResult> next,
        RequestContext<ReadResourceRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var uri = request.Params.Uri;
        // The one that will answer: several may match an address.
        if (request.MatchedPrimitive is not { } resource)
            throw new McpProtocolException($"There is no resource '{uri}'.", McpErrorCode.ResourceNotFound);

        try
        {
            var caller = await CallerOf.SetAsync(request, cancellationToken);
            if (!AccessRule.Allows(resource, caller.Scopes))
                throw new ToolException(
                    AccessErrors.NotGranted(uri, AccessRule.MissingOf(resource, caller.Scopes), caller)
                );

            request.Services!.GetRequiredService<CallLimit>().Count(caller.Account);
            var result = await next(request, cancellationToken);
            result.CacheScope = CacheScope.Private;
            return result;
        }
        catch (Exception exception) when (ToolErrors.Read(exception) is { } text)
        {
            throw new McpProtocolException(text, exception, McpErrorCode.InvalidParams);
        }
    }

    private static async ValueTask<ListPromptsResult> ListPromptsAsync(
        McpRequestHandler<ListPromptsRequestParams, ListPromptsResult> next,
        RequestContext<ListPromptsRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var isShown = await ShownAsync(request, cancellationToken);
        var result = await next(request, cancellationToken);
        var known = request.Server.ServerOptions.PromptCollection;
        result.Prompts = [.. result.Prompts.Where(p => isShown(Find(known, p.Name)))];
        result.CacheScope = CacheScope.Private;
        return result;
    }

    private static async ValueTask<GetPromptResult> GetPromptAsync(
        McpRequestHandler<GetPromptRequestParams, GetPromptResult> next,
        RequestContext<GetPromptRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var name = request.Params.Name;
        if (Find(request.Server.ServerOptions.PromptCollection, name) is not { } prompt)
            throw new McpProtocolException($"There is no prompt '{name}'.", McpErrorCode.InvalidParams);

        try
        {
            var caller = await CallerOf.SetAsync(request, cancellationToken);
            return AccessRule.Allows(prompt, caller.Scopes)
                ? await next(request, cancellationToken)
                : throw new ToolException(
                    AccessErrors.NotGranted(name, AccessRule.MissingOf(prompt, caller.Scopes), caller)
                );
        }
        catch (Exception exception) when (ToolErrors.Read(exception) is { } text)
        {
            throw new McpProtocolException(text, exception, McpErrorCode.InvalidParams);
        }
    }

    /// <summary>What a list shows to whoever asks for it.</summary>
    private static async ValueTask<Func<IMcpServerPrimitive?, bool>> ShownAsync<T>(
        RequestContext<T> request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var caller = await CallerOf.SetAsync(request, cancellationToken);
            var presence = request.Services!.GetRequiredService<AppPresence>();
            var isPresent = await presence.OfAsync(caller.Account, cancellationToken);
            return primitive => AccessRule.Allows(primitive, caller.Scopes) && isPresent(primitive);
        }
        catch (Exception exception) when (ToolErrors.Read(exception) is { } text)
        {
            throw new McpProtocolException(text, exception, McpErrorCode.InvalidRequest);
        }
    }

    private static T? Find<T>(McpServerPrimitiveCollection<T>? known, string name)
        where T : class, IMcpServerPrimitive =>
        known is not null && known.TryGetPrimitive(name, out var primitive) ? primitive : null;
}
