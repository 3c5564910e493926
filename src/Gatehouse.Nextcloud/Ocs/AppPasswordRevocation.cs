namespace Gatehouse.Nextcloud.Ocs;

/// <summary>What became of an app password that was to be deleted.</summary>
public enum AppPasswordRevocation
{
    /// <summary>The cloud deleted it.</summary>
    Deleted,

    /// <summary>
    /// The cloud answered 401. Nearly always it is gone already; a user directory that is down, or a disabled account, answers the same, so
    /// whoever must be sure asks again later.
    /// </summary>
    NotAccepted,
}
