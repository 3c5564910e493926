using System.Collections.Immutable;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Files;
using Gatehouse.Nextcloud.Tools.Notes;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>All apps, in the order a consent page and the documents show them.</summary>
internal static class NextcloudApps
{
    public static ImmutableArray<NextcloudApp> All { get; } = [NotesApp.App, FilesApp.App];

    private static readonly ImmutableDictionary<string, NextcloudApp> byScope = All.SelectMany(app =>
            app.Scopes.Select(scope => (scope.Name, app))
        )
        .ToImmutableDictionary(pair => pair.Name, pair => pair.app, StringComparer.Ordinal);

    /// <summary>The app a tool, resource or prompt belongs to: that of the first scope it needs; null when it needs none of ours.</summary>
    public static NextcloudApp? Of(IMcpServerPrimitive primitive) =>
        AccessRule.ScopesOf(primitive) is [var scope, ..] ? byScope.GetValueOrDefault(scope) : null;
}
