using System.ComponentModel;
using Gatehouse.Nextcloud.Tools.Hosting;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>Says what was granted.</summary>
[McpServerToolType]
internal sealed class AccessTool(IOptions<NextcloudToolsOptions> options)
{
    [McpServerTool(
        Name = "access",
        Title = "Show what is allowed",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [AlwaysAllowed]
    [Description(
        "Says which account this is, what the person allowed and what not, and where they can allow more. For a tool that is missing or was refused."
    )]
    public AccessAnswer Access(RequestContext<CallToolRequestParams> request)
    {
        var caller = CallerOf.Get(request);
        var missing = Answers(s => !caller.Scopes.Allows(s.Name));
        return new(
            caller.Account.UserId,
            caller.Account.Cloud.Value,
            Answers(s => caller.Scopes.Allows(s.Name)),
            missing,
            missing.Count == 0 ? null : caller.ExtendAccessUrl
        );
    }

    /// <summary>Of what this server has tools for: nobody could grant the rest.</summary>
    private List<ScopeAnswer> Answers(Func<NextcloudScope, bool> which) =>
        [
            .. NextcloudScopes
                .For(options.Value)
                .Where(which)
                .Select(s => new ScopeAnswer(s.Name, s.AppTitle, s.Sentence)),
        ];
}
