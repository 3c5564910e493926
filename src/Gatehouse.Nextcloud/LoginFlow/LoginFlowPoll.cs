using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.LoginFlow;

/// <summary>What a poll found. Closed: one of the nested records.</summary>
public abstract record LoginFlowPoll
{
    private LoginFlowPoll() { }

    /// <summary>
    /// Nobody has granted. Nextcloud answers the same when the person denied or the 20 minutes are over, so the caller keeps the time.
    /// </summary>
    public sealed record Pending : LoginFlowPoll;

    /// <summary>
    /// Granted. The app password exists at the cloud from now on, and this is the only time it is told: keep it or delete it there.
    /// </summary>
    /// <param name="Server">The address the cloud gives itself.</param>
    /// <param name="LoginName">What goes into Basic.</param>
    /// <param name="AppPassword">The secret.</param>
    public sealed record Granted(string Server, string LoginName, AppPassword AppPassword) : LoginFlowPoll;

    /// <summary>The cloud refuses this flow for good (400, 403, 405, 410).</summary>
    /// <param name="Error">Why.</param>
    public sealed record Refused(NextcloudError Error) : LoginFlowPoll;
}
