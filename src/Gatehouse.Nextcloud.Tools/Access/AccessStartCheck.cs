using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>Refuses the start when a tool, resource or prompt does not say what it needs, or names a scope nobody can grant.</summary>
internal sealed class AccessStartCheck : IValidateOptions<McpServerOptions>
{
    public ValidateOptionsResult Validate(string? name, McpServerOptions options)
    {
        IEnumerable<IMcpServerPrimitive> all =
        [
            .. options.ToolCollection ?? [],
            .. options.ResourceCollection ?? [],
            .. options.PromptCollection ?? [],
        ];
        var errors = all.Select(ErrorOf).OfType<string>().Concat(Handlers(options)).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static string? ErrorOf(IMcpServerPrimitive primitive)
    {
        if (!AccessRule.IsDeclared(primitive))
            return $"'{primitive.Id}' does not say which scope it needs. Put [RequiresScope(\"app.read\")] on it.";

        return AccessRule.ScopesOf(primitive).FirstOrDefault(one => NextcloudScopes.Find(one) is null) is { } scope
            ? $"'{primitive.Id}' needs the scope '{scope}', which is not in NextcloudScopes.All, so nobody could grant it."
            : null;
    }

    /// <summary>What a handler lists has no metadata, so no rule could hold it.</summary>
    private static IEnumerable<string> Handlers(McpServerOptions options)
    {
        if (options.Handlers.CallToolHandler is not null || options.Handlers.ListToolsHandler is not null)
            yield return "A handler for tools would bypass the scopes. Register tools with WithTools.";
        if (options.Handlers.ReadResourceHandler is not null || options.Handlers.ListResourcesHandler is not null)
            yield return "A handler for resources would bypass the scopes. Register resources with WithResources.";
        if (options.Handlers.GetPromptHandler is not null || options.Handlers.ListPromptsHandler is not null)
            yield return "A handler for prompts would bypass the scopes. Register prompts with WithPrompts.";
    }
}
