using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>
/// One person's account with its credential: what every call is made with. Login name, user id and DAV principal are three different
/// things (an LDAP user signs in with a mail address, is <c>a8f5…</c> to the APIs and has a principal of that name).
/// </summary>
/// <param name="Cloud">The Nextcloud.</param>
/// <param name="LoginName">What goes into Basic.</param>
/// <param name="UserId">The user id of <c>/ocs/v2.php/cloud/user</c>.</param>
/// <param name="DavPrincipal">The principal of WebDAV's <c>current-user-principal</c>.</param>
/// <param name="AppPassword">The secret.</param>
/// <param name="Credential">Which version of which stored credential this is.</param>
public sealed record NextcloudAccount(
    CloudAddress Cloud,
    string LoginName,
    string UserId,
    DavPrincipal DavPrincipal,
    AppPassword AppPassword,
    CredentialVersion Credential
)
{
    /// <summary>The part of the account that is sent.</summary>
    public NextcloudLogin Login => new(Cloud, LoginName, AppPassword, Credential) { Journal = Journal };

    /// <summary>Where the changes are noted that are made with this account; null when nobody asks.</summary>
    public WriteJournal? Journal { get; init; }
}
