using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests;

/// <summary>The people of the recordings.</summary>
internal static class Accounts
{
    public static NextcloudAccount Of(RecordedCloud cloud, string user, string version = "1") =>
        Of(CloudAddress.Parse(cloud.Address), user, version);

    public static NextcloudAccount Of(CloudAddress cloud, string user, string version = "1") =>
        new(
            cloud,
            user,
            user,
            DavPrincipal.Parse($"/remote.php/dav/principals/users/{user}/"),
            AppPassword.Parse(RecordedCloud.SecretOf($"{user}-app-password")),
            CredentialVersion.Parse($"{user}:{version}")
        );
}
