using System.Collections.Frozen;
using Gatehouse.Nextcloud.Tools.Hosting;
using Microsoft.Extensions.Options;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>
/// The scopes of the apps this server has. A person may have granted more, before the operator took an app away: searching everywhere, they would still
/// look into it.
/// </summary>
internal sealed class OfferedScopes(IOptions<NextcloudToolsOptions> options)
{
    private readonly FrozenSet<string> names = NextcloudScopes
        .For(options.Value)
        .Select(scope => scope.Name)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What of the granted there is.</summary>
    public GrantedScopes Of(GrantedScopes granted) =>
        granted.Names.All(names.Contains) ? granted : GrantedScopes.Of(names.Where(granted.Allows));
}
