using System.Collections.Concurrent;
using Gatehouse.OAuth;

namespace Gatehouse.Nextcloud.Hosting.SignIn;

/// <summary>
/// A 401 to the deletion of an app password nearly always says that it is gone; a user directory that is down answers the same. So a refusal
/// counts only when it is repeated an hour later. In memory: after a restart the hour begins anew.
/// </summary>
internal sealed class RefusedDeletions(TimeProvider time)
{
    private static readonly TimeSpan Doubt = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<TokenHash, DateTimeOffset> refused = new();

    /// <summary>True when the app password can be taken for gone.</summary>
    public bool IsSettled(string appPassword)
    {
        var key = TokenHash.Of(appPassword);
        if (refused.GetOrAdd(key, time.GetUtcNow()) + Doubt > time.GetUtcNow())
        {
            return false;
        }

        refused.TryRemove(key, out _);
        return true;
    }
}
