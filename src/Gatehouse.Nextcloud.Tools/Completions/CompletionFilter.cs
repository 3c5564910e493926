using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
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
                Find(request.Params) is { } known
                    ? await CompleteAsync(known, request, token)
                    : await next(request, token)
        );

    private static Completion? Find(CompleteRequestParams asked) =>
        NextcloudApps
            .All.SelectMany(app => app.Completions)
            .FirstOrDefault(one => one.Argument == asked.Argument.Name && one.Of == NameOf(asked.Ref));

    private static string? NameOf(Reference reference) =>
        reference switch
        {
            PromptReference prompt => prompt.Name,
            ResourceTemplateReference resource => resource.Uri,
            _ => null,
        };

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
