using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>Says what was granted.</summary>
[McpServerToolType]
internal sealed class AccessTool
{
    private AccessTool() { }

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
    public static AccessAnswer Access(RequestContext<CallToolRequestParams> request)
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

    private static List<ScopeAnswer> Answers(Func<NextcloudScope, bool> which) =>
        [.. NextcloudScopes.All.Where(which).Select(s => new ScopeAnswer(s.Name, s.AppTitle, s.Sentence))];
}
