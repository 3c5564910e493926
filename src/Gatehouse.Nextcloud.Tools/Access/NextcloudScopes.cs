using System.Collections.Immutable;
using Gatehouse.Nextcloud.Tools.Apps;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>All permissions the tools know: those of all apps. A write permission includes the read permission of its app.</summary>
public static class NextcloudScopes
{
    /// <summary>All of them, in the order a consent page shows.</summary>
    public static ImmutableArray<NextcloudScope> All { get; } = [.. NextcloudApps.All.SelectMany(app => app.Scopes)];

    /// <summary>The scope of a name, or null.</summary>
    public static NextcloudScope? Find(string name) =>
        All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal));
}
