using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Safety;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Completions;

/// <summary>
/// Completes what a person types (<c>completion/complete</c>) from what they may read. What was not allowed, or fails, completes to nothing:
/// nobody is asked for a scope while they type.
/// </summary>
internal static class CompletionFilter
{
    /// <summary>The most values an answer may hold, as the protocol has it.</summary>
    private const int Most = 100;

    public static void Add(IMcpRequestFilterBuilder filters) =>
        filters.AddCompleteFilter(next =>
            async (request, token) =>
                Find(request) is { } known ? await CompleteAsync(known, request, token) : await next(request, token)
        );

    /// <summary>Only for prompts and resources this server has: an operator may have left out their app.</summary>
    private static Completion? Find(RequestContext<CompleteRequestParams> request)
    {
        var name = request.Params.Ref switch
        {
            PromptReference prompt => Has(request.Server.ServerOptions.PromptCollection, prompt.Name),
            ResourceTemplateReference resource => Has(request.Server.ServerOptions.ResourceCollection, resource.Uri),
            _ => null,
        };
        return NextcloudApps
            .All.SelectMany(app => app.Completions)
            .FirstOrDefault(one => one.Of == name && one.Argument == request.Params.Argument.Name);
    }

    private static string? Has<T>(McpServerPrimitiveCollection<T>? known, string? name)
        where T : class, IMcpServerPrimitive =>
        name is not null && known is not null && known.TryGetPrimitive(name, out _) ? name : null;

    private static async Task<CompleteResult> CompleteAsync(
        Completion completion,
        RequestContext<CompleteRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var caller = await CallerOf.SetAsync(request, cancellationToken);
            if (!caller.Scopes.Allows(completion.Scope))
                return new CompleteResult();

            request.Services!.GetRequiredService<CallLimit>().Count(caller.Account);
            var found = await completion.ValuesAsync(
                request.Services!,
                caller.Account,
                request.Params.Argument.Value,
                cancellationToken
            );
            var values = found.Distinct(StringComparer.Ordinal).Take(Most + 1).ToList();
            return new CompleteResult
            {
                Completion = new() { Values = [.. values.Take(Most)], HasMore = values.Count > Most },
            };
        }
        catch (Exception exception) when (ToolErrors.Read(exception) is not null)
        {
            return new CompleteResult();
        }
    }
}
