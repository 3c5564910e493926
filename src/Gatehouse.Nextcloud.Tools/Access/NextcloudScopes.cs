using System.Collections.Immutable;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Hosting;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>All permissions the tools know: those of all apps. A write permission includes the read permission of its app.</summary>
public static class NextcloudScopes
{
    /// <summary>All of them, in the order a consent page shows.</summary>
    public static ImmutableArray<NextcloudScope> All { get; } = [.. NextcloudApps.All.SelectMany(app => app.Scopes)];

    /// <summary>Those that the tools of a server with these options can use.</summary>
    public static IEnumerable<NextcloudScope> For(NextcloudToolsOptions options) =>
        NextcloudApps
            .All.Where(app =>
                options.Apps.Count == 0 || options.Apps.Contains(app.Name, StringComparer.OrdinalIgnoreCase)
            )
            .SelectMany(app => app.Scopes)
            .Where(scope => !options.ReadOnly || scope.Name.EndsWith(".read", StringComparison.Ordinal));

    /// <summary>The scope of a name, or null.</summary>
    public static NextcloudScope? Find(string name) =>
        All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal));
}
