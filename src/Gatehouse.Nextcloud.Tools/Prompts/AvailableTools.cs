using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Prompts;

/// <summary>Which tools a person has: those of this server that they allowed and whose app their cloud has.</summary>
internal sealed class AvailableTools(AppPresence presence)
{
    /// <summary>The test for the person of a request, by a tool's name.</summary>
    public async Task<Func<string, bool>> OfAsync(
        RequestContext<GetPromptRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var caller = CallerOf.Get(request);
        var isPresent = await presence.OfAsync(caller.Account, cancellationToken);
        var known = request.Server.ServerOptions.ToolCollection;
        return name =>
            known is not null
            && known.TryGetPrimitive(name, out var tool)
            && AccessRule.Allows(tool, caller.Scopes)
            && isPresent(tool);
    }
}
