namespace Gatehouse.Nextcloud.Transport;

/// <summary>What Login Flow v2 gives: enough to call, not yet enough to know who it is (<see cref="NextcloudAccount"/>).</summary>
/// <param name="Cloud">The Nextcloud.</param>
/// <param name="LoginName">What goes into Basic; for LDAP and OIDC people it differs from the user id.</param>
/// <param name="AppPassword">The secret.</param>
/// <param name="Credential">Which version of which stored credential this is.</param>
public sealed record NextcloudLogin(
    CloudAddress Cloud,
    string LoginName,
    AppPassword AppPassword,
    CredentialVersion Credential
)
{
    /// <summary>Where the changes are noted that are made with it; null when nobody asks.</summary>
    internal WriteJournal? Journal { get; init; }
}
