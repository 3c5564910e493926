using System.Globalization;
using System.Text;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tests.Page;

/// <summary>Writes <c>docs/nextcloud-tools.md</c> from what the tools say of themselves.</summary>
internal static class ToolPage
{
    public static string Write(
        IReadOnlyList<McpServerTool> tools,
        IReadOnlyList<McpServerResource> resources,
        IReadOnlyList<McpServerPrompt> prompts
    )
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # The Nextcloud tools

            This page is written by `./test --write` from the tools themselves, and a test fails when it is not what they are.

            {tools.Count} tools over {NextcloudApps.All.Length} apps. Their definitions take {tools.Sum(
                tool => ToolBudget.TokensOf(tool.ProtocolTool)
            )} tokens (UTF-8 bytes of `tools/list` ÷ 4, output schemas left out); `--apps` and `--read-only` make it less.
            "reads" changes nothing; "adds" destroys nothing; "changes" may replace or delete. "again" means that a repeat does no more than the first call.
            The requests are the most that one call sends; a test holds every call to them. What is known of a person for all tools (capabilities, navigation) is asked once in
            five minutes and not counted.


            """
        );
        foreach (var app in tools.GroupBy(NextcloudApps.Of).OrderBy(group => Place(group.Key)))
            Append(page, app.Key, [.. app]);
        Append(
            page,
            "Resources",
            resources.Select(resource =>
                (
                    resource.ProtocolResourceTemplate.UriTemplate,
                    resource.ProtocolResourceTemplate.Description,
                    AccessRule.ScopesOf(resource)
                )
            )
        );
        Append(
            page,
            "Prompts",
            prompts.Select(prompt =>
                (prompt.ProtocolPrompt.Name, prompt.ProtocolPrompt.Description, AccessRule.ScopesOf(prompt))
            )
        );
        AppendOthers(page);
        return page.ToString();
    }

    private static void Append(StringBuilder page, NextcloudApp? app, IReadOnlyList<McpServerTool> tools)
    {
        var tokens = tools.Sum(tool => ToolBudget.TokensOf(tool.ProtocolTool));
        page.Append(CultureInfo.InvariantCulture, $"## {app?.Title ?? "For all apps"}\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"{(app is null ? "" : $"`--apps {app.Name}`, ")}{tokens} tokens{(app?.Requires is { } id ? $", shown to people who have the app `{id}`" : "")}.\n\n"
        );
        page.Append("| tool | does | scope | kind | requests to Nextcloud |\n| --- | --- | --- | --- | --- |\n");
        foreach (var tool in tools.OrderBy(tool => tool.ProtocolTool.Name, StringComparer.Ordinal))
        {
            var shown = tool.ProtocolTool;
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{shown.Name}` | {shown.Title} | {Scopes(AccessRule.ScopesOf(tool))} | {Kind(shown.Annotations!)} | {Requests(tool)} |\n"
            );
        }

        page.Append('\n');
    }

    private static void Append(
        StringBuilder page,
        string title,
        IEnumerable<(string Name, string? Description, IReadOnlyList<string> Scopes)> lines
    )
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"## {title}\n\n| name | what it is | scope |\n| --- | --- | --- |\n"
        );
        foreach (var (name, description, scopes) in lines.OrderBy(line => line.Name, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"| `{name}` | {description} | {Scopes(scopes)} |\n");
        page.Append('\n');
    }

    private static void AppendOthers(StringBuilder page)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            ## Beside another server

            The {OtherTools.All.Count} tools of nextcloud-mcp-server 0.181, each with what does the same here.

            | there | here |
            | --- | --- |

            """
        );
        foreach (var other in OtherTools.All)
        {
            var ours = string.Join(", ", other.Ours.Select(name => $"`{name}`"));
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{other.Name}` | {string.Join(": ", new[] { ours, other.Remark }.Where(text => text.Length > 0))} |\n"
            );
        }
    }

    private static string Scopes(IReadOnlyList<string> scopes) =>
        scopes.Count == 0 ? "none" : string.Join(", ", scopes.Select(scope => $"`{scope}`"));

    private static string Kind(ToolAnnotations annotations) =>
        annotations.ReadOnlyHint is true
            ? "reads"
            : (annotations.DestructiveHint is false ? "adds" : "changes")
                + (annotations.IdempotentHint is true ? ", again" : "");

    private static string Requests(McpServerTool tool) =>
        string.Join(
            "<br>",
            tool.Metadata.OfType<UpstreamAttribute>()
                .Select(one =>
                    $"`{one.Request}`{(one.Most > 1 ? $" × {one.Most}" : "")}{(one.When is { } when ? $" {when}" : "")}"
                )
                .DefaultIfEmpty("none")
        );

    private static int Place(NextcloudApp? app) => app is null ? int.MaxValue : NextcloudApps.All.IndexOf(app);
}
