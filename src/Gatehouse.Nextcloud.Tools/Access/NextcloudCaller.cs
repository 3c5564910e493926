using Gatehouse.Nextcloud.Tools.Safety;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>Who calls a tool, and what they may.</summary>
/// <param name="Account">The Nextcloud account with its credential.</param>
/// <param name="Scopes">What the person granted.</param>
/// <param name="ExtendAccessUrl">
/// A page where the same person can grant more; it carries no authority, so a model may show it to anybody. Null when there is none.
/// </param>
public sealed record NextcloudCaller(NextcloudAccount Account, GrantedScopes Scopes, string? ExtendAccessUrl)
{
    /// <summary>Told of each call that changes something, after it was tried; null when nobody keeps a record.</summary>
    public Func<ToolWrite, ValueTask>? Wrote { get; init; }
}
